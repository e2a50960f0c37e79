using DiscountCard.Generator.Diagnostics;
using DiscountCard.Generator.Yaml;

namespace DiscountCard.Generator.Model;

/// <summary>
/// Bounds the code that a contract comes to. References and <c>allOf</c> write one text, or one member, out at many places: a
/// small file could stand for more code than a machine holds.
/// </summary>
internal sealed class OutputBudget(DiagnosticSink sink)
{
    /// <summary>Many times what the largest contract of a person comes to.</summary>
    private const int MaxCharacters = 64_000_000;

    /// <summary>What is written around the texts of one part: a member, a value, a parameter, an error.</summary>
    private const int OfPart = 500;

    /// <summary>Texts go into comments, literals and attributes.</summary>
    private const int Copies = 3;

    private long _spent;

    /// <summary>Whether nothing more can be generated.</summary>
    public bool IsSpent => _spent > MaxCharacters;

    /// <summary>Takes what a part with these texts needs; false, and an error the first time, when that is too much.</summary>
    public bool Spend(YamlNode place, params string?[] texts)
    {
        if (IsSpent)
            return false;
        _spent += OfPart + (Copies * texts.Sum(text => (long)(text?.Length ?? 0)));
        if (IsSpent)
            sink.Report(ContractRules.NotSupported, place, $"The contract comes to more than {MaxCharacters / 1_000_000} million characters of C# here, because schemas, texts or errors of it are written out wherever something refers to them; refer to them less often, or make them shorter");
        return !IsSpent;
    }
}
