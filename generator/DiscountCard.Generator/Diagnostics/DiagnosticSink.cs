using System.Globalization;
using DiscountCard.Generator.Yaml;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace DiscountCard.Generator.Diagnostics;

/// <summary>
/// Collects what is wrong with one contract, and with the files that it refers to, each with its place. Reading goes on after a
/// mistake, so that all are told at once.
/// </summary>
internal sealed class DiagnosticSink(YamlFile contract)
{
    /// <summary>Places of one rule: nobody reads more, and a small file can be wrong at endless places.</summary>
    public const int MaxOfRule = 1000;

    /// <summary>The characters of a text in a message: its beginning, where it is longer, and its end, which says what to do.</summary>
    private const int MaxText = 1000;

    private readonly List<ContractDiagnostic> _diagnostics = [];
    private readonly List<ContractDiagnostic> _idle = [];
    private readonly HashSet<YamlNode> _idlePlaces = [];
    private readonly List<ContractPlace> _used = [];
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);

    public bool HasErrors => _diagnostics.Any(d => d.IsError);

    /// <summary>What was reported. Where there is an error, advice at the same word tells nothing more.</summary>
    public EquatableArray<ContractDiagnostic> ToArray()
    {
        var wrong = new HashSet<ContractPlace>(_diagnostics.Where(d => d.IsError && !d.Span.IsEmpty).Select(d => d.Place));
        return new(_diagnostics.Where(d => d.IsError || !wrong.Contains(d.Place)).Distinct());
    }

    /// <summary>What has no effect in this contract, and what has one: where several contracts share a file, only all of them tell.</summary>
    public SharedKeywords Shared() => new(new(_idle), new(_used.Distinct()));

    public void Report(DiagnosticDescriptor rule, YamlNode place, params string[] arguments) => Report(rule, place.File, place.Span, arguments);

    /// <summary>Something that is wrong with the contract as a whole.</summary>
    public void Report(DiagnosticDescriptor rule, params string[] arguments) => Report(rule, contract, default, arguments);

    public void Report(DiagnosticDescriptor rule, YamlFile file, LinePositionSpan place, params string[] arguments)
    {
        _counts.TryGetValue(rule.Id, out var count);
        if (count == MaxOfRule)
            return;
        _counts[rule.Id] = count + 1;
        _diagnostics.Add(Diagnostic(rule, file, place, arguments));
    }

    /// <summary>Reports something unless another contract has a use for what stands at the place.</summary>
    public void ReportUnlessUsed(DiagnosticDescriptor rule, YamlNode place, params string[] arguments)
    {
        if (_idlePlaces.Add(place))
            _idle.Add(Diagnostic(rule, place.File, place.Span, arguments));
    }

    /// <summary>Takes note that what stands at a place has its effect in this contract.</summary>
    public void Use(YamlNode place) => _used.Add(new(place.File.Path, TextSpanOf(place.File, place.Span).Text));

    private static ContractDiagnostic Diagnostic(DiagnosticDescriptor rule, YamlFile file, LinePositionSpan place, string[] arguments)
    {
        var (text, lines) = TextSpanOf(file, place);
        return new(rule.Id, file.Path, text, lines, new(arguments.Select(a => Readable(Excerpt(a)))));
    }

    private static (TextSpan Text, LinePositionSpan Lines) TextSpanOf(YamlFile file, LinePositionSpan place)
    {
        var span = new LinePositionSpan(Clamp(file.Lines, place.Start), Clamp(file.Lines, place.End));
        return (file.Lines.Lines.GetTextSpan(span), span);
    }

    // Messages go to terminals and to logs that other programs read by lines: a name of the contract must not write a line of its own.
    private static string Readable(string argument) =>
        argument.All(IsReadable) ? argument : string.Concat(argument.Select(c => IsReadable(c) ? c.ToString() : $"\\u{(int)c:X4}"));

    private static string Excerpt(string argument) =>
        argument.Length <= MaxText ? argument : $"{argument.Substring(0, MaxText / 2)} … {argument.Substring(argument.Length - (MaxText / 2))}";

    private static bool IsReadable(char c) => CharUnicodeInfo.GetUnicodeCategory(c)
        is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);

    // A YAML scanner and a SourceText may disagree on the last position of a file; a place outside the text would throw.
    private static LinePosition Clamp(SourceText text, LinePosition position)
    {
        var line = Math.Min(position.Line, text.Lines.Count - 1);
        var character = line < position.Line ? int.MaxValue : position.Character;
        var length = text.Lines[line].Span.Length;
        return new(line, Math.Min(character, length));
    }
}
