using System.Diagnostics;
using System.Text;

namespace DiscountCard.Codegen.Tests.Support;

/// <summary>Runs <c>dotnet</c>, or a program, as a child process that knows nothing of the build it is started from.</summary>
internal static class DotnetCommand
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(5);

    // What a test host inherits from its own build would send the child to the wrong SDK, packages or build server.
    private static readonly string[] s_foreign = ["MSBUILD", "VSTEST", "NUGET", "DOTNET_HOST_PATH", "DOTNET_CLI", "DOTNET_STARTUP_HOOKS", "CI", "Configuration", "Platform"];

    public static CommandResult Run(string folder, params IEnumerable<string> arguments) => Run("dotnet", folder, arguments);

    public static CommandResult Run(string program, string folder, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            StandardErrorEncoding = Encoding.UTF8,
        };
        Isolate(start.Environment);
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(s_patience))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{program} {string.Join(' ', arguments)} in {folder} took longer than {s_patience}.\n{output.Result}\n{error.Result}");
        }
        return new($"{program} {string.Join(' ', arguments)}", process.ExitCode, output.Result, error.Result);
    }

    private static void Isolate(IDictionary<string, string?> environment)
    {
        foreach (var name in environment.Keys.Where(n => s_foreign.Any(f => n == f || n.StartsWith(f + "_", StringComparison.Ordinal) || (f is "MSBUILD" or "VSTEST" && n.StartsWith(f, StringComparison.OrdinalIgnoreCase)))).ToList())
            environment.Remove(name);
        environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        environment["DOTNET_NOLOGO"] = "1";
        environment["DOTNET_SKIP_FIRST_TIME_EXPERIENCE"] = "1";
        environment["DOTNET_GENERATE_ASPNET_CERTIFICATE"] = "false";
        environment["MSBUILDDISABLENODEREUSE"] = "1";
        environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        // A program built for net8.0 runs on the runtime at hand.
        environment["DOTNET_ROLL_FORWARD"] = "Major";
    }
}
