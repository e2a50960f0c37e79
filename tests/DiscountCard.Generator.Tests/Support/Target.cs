using DiscountCard.Runtime;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DiscountCard.Generator.Tests;

/// <summary>What a consumer of generated code builds for.</summary>
internal sealed record Target(string Name, LanguageVersion Language, IReadOnlyList<MetadataReference> References)
{
    /// <summary>.NET 8 with the language that its SDK speaks, C# 12: the oldest that generated code is for.</summary>
    public static Target Net80 { get; } =
        new("net8.0", LanguageVersion.CSharp12, [.. Basic.Reference.Assemblies.Net80.References.All, MetadataReference.CreateFromFile(TestProject.RuntimeForNet8)]);

    /// <summary>.NET 10 with the newest language of the compiler that hosts the tests.</summary>
    public static Target Net100 { get; } =
        new("net10.0", LanguageVersion.Latest, [.. Basic.Reference.Assemblies.Net100.References.All, MetadataReference.CreateFromFile(typeof(ContractValidator).Assembly.Location)]);

    public static TheoryData<string> Names { get; } = ["net8.0", "net10.0"];

    public static Target Of(string name) => name == Net80.Name ? Net80 : Net100;
}
