using DiscountCard.Generator.Model;
using static DiscountCard.Generator.Emit.SourceFile;

namespace DiscountCard.Generator.Emit;

/// <summary>Emits an object: the record, its checks, and (through <see cref="ConverterEmitter"/>) its converter.</summary>
internal static class RecordEmitter
{
    public static SourceFile Emit(RecordModel record, ContractNames names)
    {
        var writer = Start(names);
        EmitAttributes(writer, record, names);
        using (writer.Braces($"{names.Accessibility} sealed partial record {record.Name} : {Runtime}.IContractObject"))
        {
            foreach (var member in record.Members)
            {
                EmitMember(writer, member, names);
                writer.Line();
            }
            EmitValidate(writer, record, names);
        }
        writer.Line();
        ConverterEmitter.Emit(writer, record, names);
        return new(HintNameOf(names, record.Name), writer.ToString());
    }

    private static void EmitAttributes(SourceWriter writer, RecordModel record, ContractNames names)
    {
        writer.Document(record.Documentation, $"The object {record.Name} of the contract.", $"<para>Contract: <c>{CSharpText.Inline(record.Pointer)}</c></para>");
        writer.Write(Marker);
        writer.Write($"[global::System.Text.Json.Serialization.JsonConverter(typeof({names.Global(record.Name)}JsonConverter))]");
        foreach (var group in record.Groups)
        {
            var members = string.Join(", ", group.Names.Select(n => $"nameof({n})"));
            writer.Write($"[{Runtime}.AtLeastOneOf({members}, MinItems = {group.MinItems}, Pointer = {CSharpText.Literal(group.Pointer)})]");
        }
        EmitObsolete(writer, record.Deprecated);
    }

    private static void EmitMember(SourceWriter writer, MemberModel member, ContractNames names)
    {
        writer.Document(member.Documentation, $"The member {member.JsonName}.", $"<para>JSON: <c>{CSharpText.Inline(member.JsonName)}</c></para>", DocumentationWriter.Words(member.Limits));
        writer.Write($"[global::System.Text.Json.Serialization.JsonPropertyName({CSharpText.Literal(member.JsonName)})]");
        foreach (var attribute in ConstraintAttributes.Of(member.Limits, member.Pointer))
            writer.Write(attribute);
        EmitObsolete(writer, member.Deprecated);
        var (required, nullable) = member.Required ? ("required ", "") : ("", "?");
        writer.Write($"public {required}{member.Type.Declaration(names)}{nullable} {member.Name} {{ get; init; }}");
    }

    private static void EmitObsolete(SourceWriter writer, bool deprecated)
    {
        if (deprecated)
            writer.Write("[global::System.Obsolete(\"The contract marks it deprecated.\")]");
    }

    private static void EmitValidate(SourceWriter writer, RecordModel record, ContractNames names)
    {
        writer.Write($"""
            /// <summary>Everything in which this value breaks the contract; empty when nothing does.</summary>
            public global::System.Collections.Generic.IReadOnlyList<{Runtime}.Violation> Validate() => {Runtime}.ContractValidator.Validate(this);

            """);
        using (writer.Braces($"void {Runtime}.IContractObject.Validate({Runtime}.ContractValidator validator)"))
        {
            foreach (var group in record.Groups)
                writer.Write($"validator.AtLeastOneOf([{Join(group.JsonNames.Select(CSharpText.Literal))}], [{Join(group.Names.Select(n => CountOf(record, n)))}], minItems: {group.MinItems});");
            foreach (var member in record.Members)
                EmitChecks(writer, member, names);
        }
    }

    private static void EmitChecks(SourceWriter writer, MemberModel member, ContractNames names)
    {
        var name = CSharpText.Literal(member.JsonName);
        if (member.Required && member.Type.IsReference())
            writer.Write($"validator.Required({name}, {member.Name});");
        switch (member.Type.Kind)
        {
            case ValueKind.Text when member.Limits.LimitLength:
                writer.Write($"validator.TextLength({name}, {member.Name}{Bounds(member.Limits.MinLength, member.Limits.MaxLength)});");
                break;
            case ValueKind.List:
                writer.Write($"validator.Items({name}, {member.Name}{Bounds(member.Limits.MinItems, member.Limits.MaxItems)});");
                break;
            case ValueKind.Object:
                writer.Write($"validator.Object({name}, {member.Name});");
                break;
            case ValueKind.Enum:
                writer.Write($"validator.KnownValue<{member.Type.Declaration(names)}>({name}, {member.Name});");
                break;
        }
    }

    /// <summary>Bounds as further arguments: <c>, min: 1, max: 64</c>.</summary>
    public static string Bounds(int? min, int? max) => (min is > 0 ? $", min: {min}" : "") + (max is null ? "" : $", max: {max}");

    private static string CountOf(RecordModel record, string name)
    {
        var member = record.Members.First(m => m.Name == name);
        if (member.Type.Kind == ValueKind.List)
            return $"{name}?.Count";
        return member.Required && !member.Type.IsReference() ? "1" : $"{name} is null ? null : 1";
    }

    private static string Join(IEnumerable<string> parts) => string.Join(", ", parts);
}
