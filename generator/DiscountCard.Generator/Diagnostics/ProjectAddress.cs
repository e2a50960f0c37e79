using System.Reflection;

namespace DiscountCard.Generator.Diagnostics;

/// <summary>The project's public address, from the one MSBuild property that holds it.</summary>
internal static class ProjectAddress
{
    private static readonly string? s_value = typeof(ProjectAddress).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .FirstOrDefault(a => a.Key == "ProjectAddress")?.Value;

    /// <summary>The page of a rule; none while the project has no address, rather than a dead link.</summary>
    public static string? HelpLink(string id) =>
        string.IsNullOrEmpty(s_value) ? null : $"{s_value!.TrimEnd('/')}/blob/main/generator/docs/{id}.md";
}
