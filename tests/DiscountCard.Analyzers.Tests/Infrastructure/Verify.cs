using Basic.Reference.Assemblies;
using DiscountCard.Runtime;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Testing;

namespace DiscountCard.Analyzers.Tests;

/// <summary>Runs the analyzer, and a fix, over sources with markup.</summary>
internal static class Verify
{
    public static readonly MetadataReference Runtime = MetadataReference.CreateFromFile(typeof(ItemCountAttribute).Assembly.Location);

    private const string OnSomePath = "DCC1009";

    /// <summary>Checks a source whose diagnostics are marked as <c>{|DCC1001:…|}</c>, under C# 12 and the latest language.</summary>
    public static async Task Diagnostics(string source)
    {
        foreach (var version in new[] { LanguageVersion.CSharp12, LanguageVersion.Latest })
        {
            var test = Analyzer(source, version);
            test.DisabledDiagnostics.Add(OnSomePath);
            // That it can be suppressed, and leaves generated code alone, has nothing to do with the language.
            if (version != LanguageVersion.Latest)
                test.TestBehaviors |= TestBehaviors.SkipGeneratedCodeCheck | TestBehaviors.SkipSuppressionCheck;
            await test.RunAsync();
        }
    }

    /// <summary>Checks a source with every rule on, also the one that is off by default.</summary>
    public static Task AllDiagnostics(string source) => Analyzer(source, LanguageVersion.Latest).RunAsync();

    /// <summary>Checks the statements of a method body under the latest language; by default with an objective and a reward at hand.</summary>
    public static Task Body(string statements, string parameters = "Objective o, Reward w") => Latest(Method(statements, parameters));

    /// <summary>Checks a source under the latest language.</summary>
    public static Task Latest(string source)
    {
        var test = Analyzer(source, LanguageVersion.Latest);
        test.DisabledDiagnostics.Add(OnSomePath);
        return test.RunAsync();
    }

    /// <summary>Checks the statements of a method body under C# 12 and the latest language.</summary>
    public static Task Statements(string statements, string parameters = "Objective o, Reward w") => Diagnostics(Method(statements, parameters));

    /// <summary>Checks a source with top-level statements.</summary>
    public static Task Program(string source)
    {
        var test = Analyzer(source, LanguageVersion.Latest);
        test.TestState.OutputKind = OutputKind.ConsoleApplication;
        test.DisabledDiagnostics.Add(OnSomePath);
        return test.RunAsync();
    }

    public static string Method(string statements, string parameters = "Objective o, Reward w") => $$"""
        using System;
        using System.Collections.Generic;
        using System.Collections.Immutable;
        using System.Linq;
        using DiscountCard;
        using DiscountCard.Runtime;

        class C
        {
            void M({{parameters}})
            {
                {{statements}}
            }
        }
        """;

    public static async Task Fix<TFix>(string source, string fixedSource, int action = 0, int? iterations = null, LanguageVersion version = LanguageVersion.Latest, OutputKind kind = OutputKind.DynamicallyLinkedLibrary)
        where TFix : CodeFixProvider, new()
    {
        var test = new FixTest<TFix>(version)
        {
            TestCode = source,
            FixedCode = fixedSource,
            CodeActionIndex = action,
        };
        if (iterations is { } count)
        {
            test.NumberOfIncrementalIterations = count;
            test.NumberOfFixAllIterations = 1;
        }
        test.DisabledDiagnostics.Add(OnSomePath);
        test.TestState.OutputKind = kind;
        Prepare(test.TestState);
        test.FixedState.Sources.Add(("Contract.g.cs", ContractTypes.Source));
        await test.RunAsync();
    }

    private static AnalyzerTest Analyzer(string source, LanguageVersion version)
    {
        var test = new AnalyzerTest(version) { TestCode = source };
        Prepare(test.TestState);
        return test;
    }

    private static void Prepare(SolutionState state)
    {
        state.Sources.Add(("Contract.g.cs", ContractTypes.Source));
        state.ReferenceAssemblies = new ReferenceAssemblies("net10.0");
        state.AdditionalReferences.AddRange(Net100.References.All);
        state.AdditionalReferences.Add(Runtime);
    }

    private static CSharpCompilationOptions Nullable(CompilationOptions options) =>
        ((CSharpCompilationOptions)options).WithNullableContextOptions(NullableContextOptions.Enable).WithAllowUnsafe(true);

    private sealed class AnalyzerTest(LanguageVersion version) : CSharpAnalyzerTest<RequestAnalyzer, DefaultVerifier>
    {
        protected override ParseOptions CreateParseOptions() => CSharpParseOptions.Default.WithLanguageVersion(version);

        protected override CompilationOptions CreateCompilationOptions() => Nullable(base.CreateCompilationOptions());
    }

    private sealed class FixTest<TFix>(LanguageVersion version) : CSharpCodeFixTest<RequestAnalyzer, TFix, DefaultVerifier>
        where TFix : CodeFixProvider, new()
    {
        protected override ParseOptions CreateParseOptions() => CSharpParseOptions.Default.WithLanguageVersion(version);

        protected override CompilationOptions CreateCompilationOptions() => Nullable(base.CreateCompilationOptions());
    }
}
