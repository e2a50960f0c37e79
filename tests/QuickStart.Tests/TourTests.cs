using DiscountCard.Sandbox;

namespace QuickStart.Tests;

public class TourTests
{
    [Fact]
    public async Task Tells_three_stories()
    {
        var (code, told) = await RunAsync([]);
        Assert.Equal(0, code);
        string[] milestones =
        [
            "━━ 1. An update travels",
            "PATCH /v3/discount-card/orders/233bcbf407e87789b8e471f251774f95 HTTP/1.1",
            "Authorization: WECHATPAY2-SHA256-RSA2048 mchid=\"1900000001\",",
            "Wechatpay-Serial: PUB_KEY_ID_",
            "\"performance_time\":\"2015-05-20T13:29:35.120+08:00\"",
            "▸ The string that was signed",
            "    PATCH⏎",
            "    /v3/discount-card/orders/233bcbf407e87789b8e471f251774f95⏎",
            "HTTP/1.1 200 OK",
            "▸ Verified with PUB_KEY_ID_",
            "OrderId =",
            "━━ 2. A bad update stays at home",
            "The path parameter out_order_no has 0 characters",
            "/objectives holds 6 items; the contract allows at most 5.",
            "/objectives/3/performance_type is \"decrease\"",
            "not a byte was sent",
            "━━ 3. An order that does not exist",
            "PATCH /v3/discount-card/orders/quickstart-no-such-order HTTP/1.1",
            "HTTP/1.1 404 Not Found",
            "the contract's remedy: 请传入正确的订单号",
            "All three stories went as told.",
        ];
        var at = 0;
        Assert.All(milestones, (string milestone) =>
        {
            var found = told.IndexOf(milestone, at, StringComparison.Ordinal);
            Assert.True(found >= 0, $"\"{milestone}\" is missing, or stands too early.");
            at = found;
        });
        Assert.All(told.Split('\n'), line => Assert.True(line.TrimEnd().Length <= 100, line));
        Assert.DoesNotContain("PRIVATE KEY", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_all_missing_variables_together()
    {
        var (code, told) = await RunAsync(new() { ["WECHATPAY_MCHID"] = "1900000001", ["WECHATPAY_PUBLIC_KEY"] = " " });
        Assert.Equal(2, code);
        Assert.All(["MERCHANT_SERIAL", "MERCHANT_KEY", "PUBLIC_KEY_ID", "PUBLIC_KEY", "OUT_ORDER_NO", "OBJECTIVE_ID"], (string name) => Assert.Contains($"- WECHATPAY_{name}: ", told, StringComparison.Ordinal));
        Assert.DoesNotContain("- WECHATPAY_MCHID", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Goes_where_the_variables_point()
    {
        using var shop = new Shop();
        await using var sandbox = await shop.StartAsync();
        for (var run = 0; run < 2; run++)
        {
            var (code, told) = await RunAsync(shop.Variables(sandbox));
            Assert.True(code == 0, told);
            Assert.Contains($"At {sandbox.Address}, as merchant 1900000001.", told, StringComparison.Ordinal);
        }
        Assert.Equal([new SandboxEntry("quickstart42", 42, 1, 0)], sandbox.FindOrder(Shop.OrderNo)!.Objectives);
        Assert.Equal(4, sandbox.RequestCount);
    }

    [Theory]
    [InlineData("WECHATPAY_OBJECTIVE_ID", "x", "which is no integer")]
    [InlineData("WECHATPAY_BASE_ADDRESS", "x", "which is no absolute URL")]
    [InlineData("WECHATPAY_MERCHANT_KEY", "/none.pem", "/none.pem")]
    [InlineData("WECHATPAY_MERCHANT_SERIAL", "x", "is no serial number of a certificate")]
    [InlineData("WECHATPAY_PUBLIC_KEY_ID", "x", "is no id of a WeChat Pay public key")]
    [InlineData("WECHATPAY_MCHID", "x", "MerchantId is \"x\"")]
    public async Task A_wrong_variable_is_told(string name, string value, string says)
    {
        using var shop = new Shop();
        await using var sandbox = await shop.StartAsync();
        var (code, told) = await RunAsync(new(shop.Variables(sandbox)) { [name] = value });
        Assert.Equal(2, code);
        Assert.Contains(says, told.ReplaceLineEndings(" ").Replace("   ", " ", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal(0, sandbox.RequestCount);
    }

    [Theory]
    [InlineData(Misbehaviour.WrongSignature, "does not fit")]
    [InlineData(Misbehaviour.EmptyBody, "is empty")]
    [InlineData(Misbehaviour.GatewayError, "502")]
    public async Task A_story_that_goes_otherwise_is_a_failure(Misbehaviour misbehaviour, string says)
    {
        using var shop = new Shop();
        await using var sandbox = await shop.StartAsync();
        sandbox.Misbehave(misbehaviour);
        var (code, told) = await RunAsync(shop.Variables(sandbox));
        Assert.Equal(1, code);
        Assert.Contains("✗ The update was to succeed", told, StringComparison.Ordinal);
        Assert.Contains(says, told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_order_that_exists_after_all_is_a_failure_of_the_third_story()
    {
        using var shop = new Shop();
        await using var sandbox = await shop.StartAsync("quickstart-no-such-order");
        var (code, told) = await RunAsync(shop.Variables(sandbox));
        Assert.Equal(1, code);
        Assert.Contains("✗ The update was to be refused, and was not.", told, StringComparison.Ordinal);
    }

    private static async Task<(int Code, string Told)> RunAsync(Dictionary<string, string> variables)
    {
        await using var output = new StringWriter();
        var code = await Tour.RunAsync(output, variables.GetValueOrDefault);
        return (code, output.ToString());
    }
}

/// <summary>A merchant with its keys in files, as the variables name them.</summary>
internal sealed class Shop : IDisposable
{
    public const string OrderNo = "order-1";

    private readonly SandboxKeys _keys = new();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("quickstart");

    public Task<SandboxServer> StartAsync(string another = "order-2") =>
        SandboxServer.StartAsync(_keys.CreateOptions(new Dictionary<string, string> { [OrderNo] = "1", [another] = "2" }));

    public Dictionary<string, string> Variables(SandboxServer sandbox) => new()
    {
        ["WECHATPAY_MCHID"] = _keys.MerchantId,
        ["WECHATPAY_MERCHANT_SERIAL"] = _keys.MerchantSerialNumber,
        ["WECHATPAY_MERCHANT_KEY"] = Write("apiclient_key.pem", _keys.MerchantPrivateKeyPem),
        ["WECHATPAY_PUBLIC_KEY_ID"] = _keys.PlatformKeyId,
        ["WECHATPAY_PUBLIC_KEY"] = Write("pub_key.pem", _keys.PlatformPublicKeyPem),
        ["WECHATPAY_OUT_ORDER_NO"] = OrderNo,
        ["WECHATPAY_OBJECTIVE_ID"] = "42",
        ["WECHATPAY_BASE_ADDRESS"] = sandbox.Address.ToString(),
    };

    public void Dispose()
    {
        _keys.Dispose();
        _folder.Delete(recursive: true);
    }

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllText(path, text);
        return path;
    }
}
