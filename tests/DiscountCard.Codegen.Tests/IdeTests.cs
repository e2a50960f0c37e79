using DiscountCard.Codegen.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.MSBuild;
using Microsoft.CodeAnalysis.Text;

namespace DiscountCard.Codegen.Tests;

/// <summary>What an editor sees of a consumer, while somebody types and nobody builds.</summary>
[Collection(ConsumerTests.Name)]
public sealed class IdeTests : IAsyncLifetime, IDisposable
{
    private const string Source = """
        using DiscountCard;

        public static class Requests
        {
            public static UpdateOrderRequest Make(Objective o) => new() { Objectives = [o] };
        }
        """;

    private readonly MSBuildWorkspace _workspace = MSBuildWorkspace.Create(new Dictionary<string, string> { ["UseSharedCompilation"] = "false" });
    private readonly ConsumerProject _consumer;
    private Project _project = null!;

    public IdeTests(ConsumerFolder consumers) => _consumer = consumers.Project("Edited")
        .WithProjectFile("", ConsumerProject.PackageReference)
        .With("Requests.cs", Source)
        .With("spec/discount-card.yaml", BuiltPackage.Contract);

    public async Task InitializeAsync()
    {
        _consumer.Command("restore").Succeeded();
        _project = await _workspace.OpenProjectAsync(_consumer.ProjectFile);
        Assert.DoesNotContain(_workspace.Diagnostics, d => d.Kind == WorkspaceDiagnosticKind.Failure);
    }

    [Fact]
    public async Task The_contract_is_a_document_and_its_types_are_there_without_a_build()
    {
        Assert.Equal(_consumer.PathOf("spec/discount-card.yaml"), Contract(_project).FilePath);
        Assert.Empty(await DiagnosticsOf(_project));
        Assert.NotNull((await _project.GetCompilationAsync())!.GetTypeByMetadataName("DiscountCard.Reward"));
        Assert.Empty(Directory.EnumerateFiles(_consumer.Folder, "Edited.dll", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task An_edit_of_the_contract_changes_the_types()
    {
        var edited = EditContract("        remark:\n          type: string", "        shop_name:\n          type: string\n        remark:\n          type: string");

        var type = (await edited.GetCompilationAsync())!.GetTypeByMetadataName("DiscountCard.Objective")!;

        Assert.Equal("string?", Assert.IsType<IPropertySymbol>(Assert.Single(type.GetMembers("ShopName")), exactMatch: false).Type.ToDisplayString());
    }

    [Fact]
    public async Task A_lower_limit_in_the_contract_shows_in_the_CSharp_that_breaks_it()
    {
        var source = EditSource(_project, "[o]", "[o, o, o, o, o]");
        Assert.Empty(await DiagnosticsOf(source));

        var diagnostic = Assert.Single(await DiagnosticsOf(EditContract(source, "          maxItems: 5", "          maxItems: 4")));

        Assert.Equal("DCC1002", diagnostic.Id);
        Assert.Equal("Requests.cs", Path.GetFileName(diagnostic.Location.GetLineSpan().Path));
        Assert.Equal(4, diagnostic.Location.GetLineSpan().StartLinePosition.Line);
        var limit = Assert.Single(diagnostic.AdditionalLocations).GetLineSpan();
        Assert.Equal(_consumer.PathOf("spec/discount-card.yaml"), limit.Path);
        Assert.Equal("        objectives:", BuiltPackage.Contract.Split('\n')[limit.StartLinePosition.Line].TrimEnd());
    }

    [Fact]
    public async Task A_mistake_in_the_contract_shows_in_the_contract()
    {
        const string keyword = "maxItem";
        var edited = EditContract("          maxItems: 5\n", $"          maxItems: 5\n          {keyword}: 5\n");

        var diagnostic = Assert.Single(await DiagnosticsOf(edited));

        var text = await Contract(edited).GetTextAsync();
        Assert.Equal(("DCC0003", Contract(edited).FilePath), (diagnostic.Id, diagnostic.Location.GetLineSpan().Path));
        Assert.Equal(text.ToString().IndexOf(keyword + ":", StringComparison.Ordinal), text.Lines.GetPosition(diagnostic.Location.GetLineSpan().StartLinePosition));
    }

    [Fact]
    public async Task A_contract_that_cannot_be_read_shows_its_error_in_the_contract()
    {
        const string mistake = "          maxItems: many";
        var edited = EditContract("          maxItems: 5", mistake);

        var errors = (await DiagnosticsOf(edited)).Where(d => d.Id.StartsWith("DCC", StringComparison.Ordinal));

        var error = Assert.Single(errors);
        var text = await Contract(edited).GetTextAsync();
        Assert.Equal(("DCC0002", Contract(edited).FilePath), (error.Id, error.Location.GetLineSpan().Path));
        Assert.Equal(text.ToString().IndexOf("many", StringComparison.Ordinal), text.Lines.GetPosition(error.Location.GetLineSpan().StartLinePosition));
    }

    [Fact]
    public async Task The_light_bulb_adds_the_missing_list()
    {
        var broken = EditSource(_project, " { Objectives = [o] }", "");
        var diagnostic = Assert.Single(await DiagnosticsOf(broken));
        Assert.Equal("DCC1001", diagnostic.Id);
        var document = Document(broken);

        var repaired = await ApplyFirst(await FixesOf(document, diagnostic), document.Project.Solution);

        var text = (await repaired.GetDocument(document.Id)!.GetTextAsync()).ToString();
        Assert.Contains("Objectives = [", text);
        Assert.DoesNotContain(await DiagnosticsOf(repaired.GetProject(broken.Id)!), d => d.Id == "DCC1001");
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _workspace.Dispose();

    private static TextDocument Contract(Project project) => project.AdditionalDocuments.Single();

    private static Document Document(Project project) => project.Documents.Single(d => d.Name == "Requests.cs");

    private Project EditContract(string old, string replacement) => EditContract(_project, old, replacement);

    private static Project EditContract(Project project, string old, string replacement)
    {
        var contract = Contract(project);
        return project.Solution.WithAdditionalDocumentText(contract.Id, ReplaceFirst(contract.GetTextAsync().Result, old, replacement)).GetProject(project.Id)!;
    }

    private static Project EditSource(Project project, string old, string replacement)
    {
        var document = Document(project);
        return document.WithText(ReplaceFirst(document.GetTextAsync().Result, old, replacement)).Project;
    }

    private static SourceText ReplaceFirst(SourceText text, string old, string replacement)
    {
        var at = text.ToString().IndexOf(old, StringComparison.Ordinal);
        Assert.True(at >= 0, $"\"{old}\" is not there to be edited.");
        return text.Replace(at, old.Length, replacement);
    }

    // Those of the compiler, of the package's rules and of its generator: the three that an editor shows.
    private static async Task<List<Diagnostic>> DiagnosticsOf(Project project)
    {
        var compilation = (await project.GetCompilationAsync())!;
        var references = project.AnalyzerReferences.Where(r => r.Display.StartsWith("DiscountCard", StringComparison.Ordinal)).ToList();
        var analyzers = compilation.WithAnalyzers([.. references.SelectMany(r => r.GetAnalyzers(LanguageNames.CSharp))], project.AnalyzerOptions);
        var generators = references.SelectMany(r => r.GetGenerators(LanguageNames.CSharp)).ToList();
        Assert.NotEmpty(generators);
        var driver = Microsoft.CodeAnalysis.CSharp.CSharpGeneratorDriver
            .Create(generators, project.AnalyzerOptions.AdditionalFiles, (Microsoft.CodeAnalysis.CSharp.CSharpParseOptions)project.ParseOptions!, project.AnalyzerOptions.AnalyzerConfigOptionsProvider)
            .RunGenerators(compilation);
        return
        [
            .. (await analyzers.GetAllDiagnosticsAsync()).Where(d => d.Severity >= DiagnosticSeverity.Warning),
            .. driver.GetRunResult().Diagnostics,
        ];
    }

    private static async Task<List<CodeAction>> FixesOf(Document document, Diagnostic diagnostic)
    {
        var actions = new List<CodeAction>();
        foreach (var provider in document.Project.AnalyzerReferences.OfType<AnalyzerFileReference>().Where(r => r.Display == "DiscountCard.CodeFixes").SelectMany(ProvidersIn))
        {
            if (provider.FixableDiagnosticIds.Contains(diagnostic.Id))
                await provider.RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), CancellationToken.None));
        }
        return actions;
    }

    private static IEnumerable<CodeFixProvider> ProvidersIn(AnalyzerFileReference reference) =>
        reference.GetAssembly().GetTypes().Where(t => !t.IsAbstract && t.IsSubclassOf(typeof(CodeFixProvider))).Select(t => (CodeFixProvider)Activator.CreateInstance(t)!);

    private static async Task<Solution> ApplyFirst(List<CodeAction> actions, Solution solution)
    {
        Assert.NotEmpty(actions);
        var operation = (await actions[0].GetOperationsAsync(solution, new Progress<CodeAnalysisProgress>(), CancellationToken.None)).OfType<ApplyChangesOperation>().Single();
        return operation.ChangedSolution;
    }
}
