using DiscountCard.Sandbox;

namespace QuickStart;

/// <summary>Three stories of one update, told in the terminal.</summary>
internal static class Tour
{
    private const int Told = 0;
    private const int NotAsTold = 1;
    private const int CannotStart = 2;

    /// <summary>Tells them.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="environment">Reads an environment variable.</param>
    /// <returns>The exit code: 0 when every story went as told.</returns>
    public static async Task<int> RunAsync(TextWriter output, Func<string, string?> environment)
    {
        var terminal = new Terminal(output);
        try
        {
            if (!Settings.AreGiven(environment))
                return await AtTheSandboxAsync(terminal);
            using var settings = Settings.Read(environment);
            terminal.Text($"At {settings.BaseAddress?.ToString() ?? "the contract's server"}, as merchant {settings.WechatPay.MerchantId}.");
            return await TellAsync(terminal, settings);
        }
        catch (SettingsException error)
        {
            terminal.Failure(error.Message);
            return CannotStart;
        }
    }

    private static async Task<int> AtTheSandboxAsync(Terminal terminal)
    {
        using var keys = new SandboxKeys();
        await using var sandbox = await SandboxServer.StartAsync(keys.CreateOptions(new Dictionary<string, string> { [Example.OutOrderNo] = Example.OrderId }));
        using var settings = Settings.ForSandbox(keys, sandbox.Address);
        terminal.Text($"At a local WeChat Pay, {sandbox.Address}, with keys made up for this run. Your own keys and the real host: see tests/QuickStart/README.md.");
        return await TellAsync(terminal, settings);
    }

    private static async Task<int> TellAsync(Terminal terminal, Settings settings)
    {
        using var wire = new WireRecorder();
        using var http = wire.CreateClient(settings.WechatPay, settings.BaseAddress);
        var stories = new Stories(terminal, wire, http, settings);
        try
        {
            await stories.AnUpdateTravelsAsync();
            await stories.ABadUpdateStaysAsync();
            await stories.AnUnknownOrderIsExplainedAsync();
            terminal.Success("All three stories went as told.");
            return Told;
        }
        catch (StoryException error)
        {
            terminal.Failure(error.Message);
            return NotAsTold;
        }
    }
}
