using System.Text.RegularExpressions;

namespace DiscountCard.Codegen.Tests.Support;

/// <summary>A diagnostic in the output of a build; line and column count from 1, and are 0 where the build names none.</summary>
internal sealed record BuildDiagnostic(string File, int Line, int Column, string Severity, string Id, string Message)
{
    public override string ToString() => $"{Path.GetFileName(File)}({Line},{Column}): {Severity} {Id}: {Message}";
}

/// <summary>What became of a child process.</summary>
internal sealed partial record CommandResult(string Command, int ExitCode, string Output, string Error)
{
    /// <summary>The diagnostics of a build, each once.</summary>
    public IReadOnlyList<BuildDiagnostic> Diagnostics { get; } =
        [.. DiagnosticLine().Matches(Output).Select(m => new BuildDiagnostic(m.Groups["file"].Value.Trim(), Number(m, "line"), Number(m, "column"), m.Groups["severity"].Value, m.Groups["id"].Value, m.Groups["message"].Value)).Distinct()];

    public IReadOnlyList<BuildDiagnostic> Errors => [.. Diagnostics.Where(d => d.Severity == "error")];

    public IReadOnlyList<BuildDiagnostic> Warnings => [.. Diagnostics.Where(d => d.Severity == "warning")];

    /// <summary>Asserts that the command succeeded; shows all of its output when it did not.</summary>
    public CommandResult Succeeded()
    {
        Assert.True(ExitCode == 0, $"{Command} should succeed but ended with {ExitCode}.\n{Output}\n{Error}");
        return this;
    }

    /// <summary>Asserts that a build succeeded without a warning.</summary>
    public CommandResult SucceededWithoutWarnings()
    {
        Succeeded();
        Assert.True(Warnings.Count == 0, $"{Command} should not warn.\n{Output}");
        return this;
    }

    /// <summary>Asserts that a build failed with one error, and returns it.</summary>
    public BuildDiagnostic FailedWith(string id)
    {
        Assert.True(ExitCode != 0 && Errors.Count == 1 && Errors[0].Id == id, $"{Command} should fail with {id} alone.\n{Output}\n{Error}");
        return Errors[0];
    }

    /// <summary>Asserts that a build failed with these errors, each written as <c>id at line</c>, and no others.</summary>
    public void FailedWith(IEnumerable<(string Id, int Line)> expected)
    {
        Assert.True(ExitCode != 0, $"{Command} should fail.\n{Output}");
        Assert.Equal(expected.Order(), Errors.Select(e => (e.Id, e.Line)).Order());
    }

    private static int Number(Match match, string group) => match.Groups[group].Success ? int.Parse(match.Groups[group].Value, System.Globalization.CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(@"^\s*(?<file>[^\r\n]+?)(\((?<line>\d+),(?<column>\d+)\))?\s*: (?<severity>error|warning) (?<id>[A-Z]+\d+): (?<message>.*?)( \[[^\]]*\])?\r?$", RegexOptions.Multiline)]
    private static partial Regex DiagnosticLine();
}
