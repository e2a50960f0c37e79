using System.Globalization;
using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DiscountCard.Generator.Tests;

/// <summary>What a run of the generator gave.</summary>
internal sealed class Generation
{
    public Generation(GeneratorDriverRunResult result, CSharpCompilation compilation)
    {
        Result = result.Results.Single();
        Compilation = compilation;
        // The one promise that every test relies on: whatever a contract holds, the generator itself does not fail.
        Assert.Null(Result.Exception);
        Files = Result.GeneratedSources.ToDictionary(s => s.HintName, s => s.SourceText.ToString());
    }

    public GeneratorRunResult Result { get; }

    public CSharpCompilation Compilation { get; }

    public IReadOnlyDictionary<string, string> Files { get; }

    /// <summary>Every diagnostic as a line: <c>DCC0001 3:5 message</c>.</summary>
    public IReadOnlyList<string> Report => [.. Result.Diagnostics.Select(Describe)];

    /// <summary>What the C# compiler says of the output, warnings of all kinds included, from its syntax to its metadata.</summary>
    public IEnumerable<Diagnostic> CompilerDiagnostics => Emit(Stream.Null);

    /// <summary>Compiles the output, warnings being errors, and loads it.</summary>
    public Assembly Load()
    {
        Assert.Empty(Report);
        using var image = new MemoryStream();
        Assert.Empty(Emit(image));
        image.Position = 0;
        return new AssemblyLoadContext("generated", isCollectible: true).LoadFromStream(image);
    }

    private IEnumerable<Diagnostic> Emit(Stream image) =>
        Compilation.Emit(image, xmlDocumentationStream: Stream.Null).Diagnostics.Where(d => d.Severity >= DiagnosticSeverity.Warning);

    public static string Describe(Diagnostic diagnostic)
    {
        var start = diagnostic.Location.GetLineSpan().StartLinePosition;
        return $"{diagnostic.Id} {start.Line + 1}:{start.Character + 1} {diagnostic.GetMessage(CultureInfo.InvariantCulture)}";
    }
}
