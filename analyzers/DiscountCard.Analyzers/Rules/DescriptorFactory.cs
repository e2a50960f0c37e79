using System.Reflection;
using Microsoft.CodeAnalysis;

namespace DiscountCard.Analyzers.Rules;

/// <summary>Makes every descriptor alike: one category, one form of help link.</summary>
internal static class DescriptorFactory
{
    private const string Category = "Contract";

    private static readonly string s_projectAddress = ReadProjectAddress();

    public static DiagnosticDescriptor Create(
        string id, string title, string message, string description, DiagnosticSeverity severity = DiagnosticSeverity.Error, bool isEnabled = true) =>
        new(id, title, message, Category, severity, isEnabled, description, HelpLink(s_projectAddress, id));

    /// <summary>The address of a rule's page; while the project has no public address, none rather than a dead one.</summary>
    public static string? HelpLink(string projectAddress, string id) =>
        projectAddress.Length == 0 ? null : $"{projectAddress.TrimEnd('/')}/blob/main/analyzers/docs/{id}.md";

    private static string ReadProjectAddress()
    {
        foreach (var metadata in typeof(DescriptorFactory).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>())
        {
            if (metadata.Key == "ProjectAddress")
                return metadata.Value ?? "";
        }
        return "";
    }
}
