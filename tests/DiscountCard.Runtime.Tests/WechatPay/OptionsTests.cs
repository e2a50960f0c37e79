using DiscountCard.WechatPay;

namespace DiscountCard.Runtime.Tests;

public class OptionsTests
{
    [Fact]
    public void Right_options_have_no_problem() => Assert.Empty(TestKeys.Options().Validate());

    [Fact]
    public void All_problems_are_named_together()
    {
        var options = new WechatPayOptions { MerchantId = "mch1", UserAgent = "a\r\nb", TimeProvider = null! };
        var error = Assert.Throws<ArgumentException>(() => new WechatPayHandler(options));
        Assert.All(["MerchantId is \"mch1\"", "SigningKey is not set", "TimeProvider is null", "UserAgent is empty or holds", "VerificationKeys is empty"],
            (string problem) => Assert.Contains("\n- " + problem, error.Message, StringComparison.Ordinal));
        Assert.Equal(5, options.Validate().Count);
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("19000 00001")]
    [InlineData("1900000001\"")]
    [InlineData("１９０００００００１")]
    [InlineData("190000000119000000011900000001190")]
    public void A_merchants_number_is_digits(string? merchantId)
    {
        var options = TestKeys.Options();
        options.MerchantId = merchantId!;
        Assert.StartsWith("MerchantId is ", Assert.Single(options.Validate()), StringComparison.Ordinal);
    }

    [Fact]
    public void Two_keys_of_one_id_are_named()
    {
        using var key = Certificate("0A57F09EFDC096DE15EBE81A47057A7232F1B8E1");
        using var same = Certificate("0A57F09EFDC096DE15EBE81A47057A7232F1B8E1");
        Assert.Contains("holds 2 keys with the id A57F09", Assert.Single(TestKeys.Options(null, key, same).Validate()), StringComparison.Ordinal);
    }

    [Fact]
    public void A_null_among_the_keys_is_named() =>
        Assert.Equal("VerificationKeys holds a null.", Assert.Single(TestKeys.Options(null, TestKeys.VerificationKey, null!).Validate()));

    [Fact]
    public void The_merchants_own_key_as_WeChat_Pays_is_named()
    {
        using var own = WechatPayVerificationKey.FromPublicKey("PUB_KEY_ID_1", TestKeys.Merchant.ExportSubjectPublicKeyInfoPem());
        Assert.Contains("it is the merchant's own", Assert.Single(TestKeys.Options(null, own).Validate()), StringComparison.Ordinal);
    }

    [Fact]
    public void Nulls_are_refused()
    {
        Assert.Throws<ArgumentNullException>(() => new WechatPayHandler(null!));
        Assert.Throws<ArgumentNullException>(() => new WechatPayHandler(TestKeys.Options(), null!));
    }

    [Fact]
    public async Task Options_are_read_once()
    {
        await using var server = await LoopbackServer.StartAsync((_, context) => Answer.Ok.WriteAsync(context));
        var options = TestKeys.Options();
        using var http = WechatPayHttpClient.Create(options, server.Address);
        options.MerchantId = "2";
        options.VerificationKeys.Clear();
        await http.UpdateAsync();
        Assert.Equal(TestKeys.MerchantId, Signatures.Authorization(server.Request).MerchantId);
    }

    [Fact]
    public async Task A_disposed_handler_leaves_the_keys_to_others()
    {
        await using var server = await LoopbackServer.StartAsync((_, context) => Answer.Ok.WriteAsync(context));
        WechatPayHttpClient.Create(TestKeys.Options(), server.Address).Dispose();
        using var http = WechatPayHttpClient.Create(TestKeys.Options(), server.Address);
        await http.UpdateAsync();
    }

    private static WechatPayVerificationKey Certificate(string serial) =>
        WechatPayVerificationKey.FromCertificate(TestKeys.Certificate(TestKeys.Platform, serial).ExportCertificatePem());
}
