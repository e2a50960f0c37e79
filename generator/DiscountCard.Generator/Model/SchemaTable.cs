using DiscountCard.Generator.Diagnostics;
using DiscountCard.Generator.OpenApi;

namespace DiscountCard.Generator.Model;

/// <summary>Finds the schemas that references name.</summary>
internal sealed class SchemaTable
{
    private const string Prefix = "#/components/schemas/";

    private readonly Dictionary<string, Schema> _byName = new(StringComparer.Ordinal);
    private readonly DiagnosticSink _sink;

    public SchemaTable(OpenApiDocument document, DiagnosticSink sink)
    {
        _sink = sink;
        foreach (var named in document.Schemas)
            _byName[named.Key] = named.Value;
    }

    /// <summary>Follows references until a schema that is none.</summary>
    /// <param name="schema">Where to start.</param>
    /// <returns>The schema, and its name under <c>components</c>; null, and an error, when a reference leads nowhere.</returns>
    public (Schema Schema, string? Name)? Resolve(Schema schema)
    {
        string? name = null;
        var passed = new HashSet<string>(StringComparer.Ordinal);
        while (schema.Ref is { } reference)
        {
            if (NameOf(reference) is not { } target || !_byName.TryGetValue(target, out var next))
                return Fail(schema, Explain(reference));
            if (!passed.Add(target))
                return Fail(schema, $"\"{reference}\" leads back to itself");
            (schema, name) = (next, target);
        }
        return (schema, name);
    }

    private (Schema, string?)? Fail(Schema schema, string message)
    {
        _sink.Report(ContractRules.UnresolvedReference, schema.RefNode!, message);
        return null;
    }

    private static string? NameOf(string reference) =>
        reference.StartsWith(Prefix, StringComparison.Ordinal)
            ? Uri.UnescapeDataString(reference.Substring(Prefix.Length)).Replace("~1", "/").Replace("~0", "~")
            : null;

    private string Explain(string reference)
    {
        if (reference.Contains("://") || reference.StartsWith("//", StringComparison.Ordinal))
            return $"\"{reference}\" is remote; a build fetches nothing. Copy what it names under components/schemas";
        if (NameOf(reference) is not { } name)
            return $"\"{reference}\" does not name a schema of this file; write \"{Prefix}NAME\"";
        var near = _byName.Keys.FirstOrDefault(k => string.Equals(k, name, StringComparison.OrdinalIgnoreCase));
        return $"There is no schema \"{name}\" under components/schemas" + (near is null ? "" : $"; did you mean \"{near}\"?");
    }
}
