using System.Text;
using DiscountCard.WechatPay;

namespace DiscountCard.Runtime.Tests;

/// <summary>A message signed by another implementation: <c>openssl dgst -sha256 -sign key.pem message</c>.</summary>
public class OpenSslVectorTests
{
    // Made for this test (openssl genrsa 2048); it opens nothing.
    private const string PrivateKey = """
        -----BEGIN RSA PRIVATE KEY-----
        MIIEogIBAAKCAQEAqfk677scUezrrvu0O+S+FvWUwxvFtFPQbV/fmCjyeRf5L7K/
        LB/6ao2NIdqcPOJnRT58B+E7/NMAC9E84LoxsxOAEZfS6MQh00wx5a+qhWKbA5QA
        ycdKqG3lxG/pMJ4kaf7vBnYFStoVI5WLe3tBxyFamsflwklTmBgId5gl6urZhKT4
        1wBTTS91WDLJM188ftEYzxuZwg6Y/nPzL4fRat+5BRiP6+gdKb5OU3X/p6fmbM+t
        BOPrMebsv0RFTXY3Lur1QM+XGG581LCF7Wd/hBSU3GqrhHeBGQ8ptD9Ck4t9hEJy
        J/6ysJyViDs/xG+1bE53LtvWpp58/YDnlt6nbwIDAQABAoIBAEx8haPpLBZFqczl
        ITaueUe1nQqrTa0W5jzBnslG683IFu763YIKpdIa/n5UdGgFbXlAY+nb1fWwMV4f
        +ugZgVHXHZNNIbByydHegLmd8frx41WZ3TzvfE4Mng9mWKXzE+nKuV7L7xe+yTJp
        Egov7eqgvLfX6jEidAaGEhFXGwD5jpYDQLl5gC4oMgixENSnHlpd+Xr8APm5Lvcx
        iCrLYp/JIF6h1NMK09EJxWnsj22mRQkoi+6KaHSKw888hSPslgOx5W0h64plgkql
        yIHh7rS6NwOtBjlQmbveZCYAk0A+MiSANMgGJgmN0oKXf6dqmQN5IpgUIxW76eiD
        Q1CKwAkCgYEA6ZLJZBnhh9WwUFxgy6qX7nYVT5pgxY2JEDV9sB5tEXqLZi5XPFNl
        LLUc4xLOQ6XDsDIDOh18hCsTG67au7I40Y7ElymLaFSadXJwX7Iz2BoiMGzo2KbO
        CsxrGXS8ahqCygLzXDlJCns/U61ZBPyl4QscUOBGx3Qhs2bBIhWkRN0CgYEAuksq
        UQPUo6kTuphUtQuAFslWDyVjD0DJM9DdnVVswHvzV6iiIhUmmJvjSs6cCd7k0nxX
        RLjoWCYGDF68DVteyHyWD1lJv/ILHCwpOPVPcbW4ej4CimxWi2FpmXEY4Q87FIN8
        F5sXAD27zlI1FX0+6y7bEKxKtV8P+qOqFIR3IrsCf3lYyUg4KfNoETGuzJsDBevd
        bTTt/1ijL5I8OBBHvmJWSBXN/YRZzzZq4ZcXLhH3DLN9SC/pIceImWTIctsQvHQi
        t//QlZyeV6Cs07Tj4AtliF2gN1hXULRLf1i6TSjSnSBWaBiBqnDHlx7h8F2m5IcG
        Pq/F1P/KVbfeqngKxk0CgYEAknGP/EukllrNFXu16vP1ZvQyYImlS1JEWCUycQG8
        EbveWORJP72cr46rqByucNv0yLnR6EXq75BEZOj7rwxKgBPf6oToAqmErkrQxOOh
        5eNR91ZTrPjpN3wGBQbw5cqRSNjrbasO87OTtObOr+va0AnvTzYBLH5kE0Ug6CwR
        cw0CgYEAjHOuHN5sr38f9vCpR5OhBSDBLbsL5p/FsjiBgQM89qwGMxo4pvitwIBV
        +UPn0mO1JoQqeN6SYBsitRXBAvd3fggXMXQS5wSkNvstBSSthwKFnpmsIS0M+WAI
        UJH2+CXUoSQSnXsL6gjyk7rW9RJRz2D8IEkV1DmaWPy79YiYTxo=
        -----END RSA PRIVATE KEY-----
        """;

    private const string Signature = "V/bBiL4Cva+0qCe2El/get23WfzBau5s4cVSuc/yw7PkLV670NlQy+L3eAYkpqudOLNPwaWcxwuZxLFrF9v70BVkNhOUuMPFH6bYUC0cv/Y7okyGpiJs3itikWhzPrKXR1EfuZdl1APxgg0rYAtkE6paqngFLTr+9lCiUb8425RwWTGX5JC0s621/Wy3aDcWwK2zGVKWerBY7GaNwRluQ6qlybXplL91MurnKo6XtmXaSe4OMMtrhTTsuUf49U4hHorwiXrmB+HK1kia9DcGexHH0QH2RmcQMyYn9R/WYhC5b4OUe4WtAA+NLZfYhZRYLcTrZ6/RaybQCaxd1Zrz/Q==";

    [Fact]
    public void The_message_and_its_signature_are_those_of_openssl()
    {
        var body = Encoding.UTF8.GetBytes("""{"remark":"特价商品"}""");
        var message = RequestSignature.Message("PATCH", "/v3/discount-card/orders/233bcbf407e87789b8e471f251774f95?x=%E4%B8%AD", "1554208460", "593BEC0C930BF1AFEB40B4A08C8FB242", body);
        using var key = WechatPaySigningKey.FromPrivateKey("5157F09EFDC096DE15EBE81A47057A7232F1B8E1", PrivateKey);
        Assert.Equal(Signature, key.Sign(message));
        Assert.Equal(
            "WECHATPAY2-SHA256-RSA2048 mchid=\"1900000001\",nonce_str=\"593BEC0C930BF1AFEB40B4A08C8FB242\",timestamp=\"1554208460\",serial_no=\"5157F09EFDC096DE15EBE81A47057A7232F1B8E1\",signature=\"" + Signature + "\"",
            RequestSignature.Authorization("1900000001", "593BEC0C930BF1AFEB40B4A08C8FB242", "1554208460", key, message));
    }
}
