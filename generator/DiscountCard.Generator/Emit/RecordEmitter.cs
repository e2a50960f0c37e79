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
            if (record.Additional is { } additional)
            {
                writer.Document(new("Members that the contract does not name, as they came; null when there are none. They are sent as well.", null, null), "", DocumentationWriter.Words(additional.Type.Item!));
                writer.Write($"public {additional.Type.Declaration(names)}? {additional.Name} {{ get; init; }}");
                writer.Line();
            }
            EmitValidate(writer, record, names);
            EmitPrinting(writer, record);
        }
        writer.Line();
        ConverterEmitter.Emit(writer, record, names);
        return new(HintNameOf(names, record.Name), writer.ToString());
    }

    /// <summary>Whether C# asks for the member when a value is made.</summary>
    public static bool IsRequired(this MemberModel member) => member.Required && member.Direction == Direction.Both;

    /// <summary>Whether the property may be null.</summary>
    public static bool IsNullable(this MemberModel member) => !member.IsRequired() || member.Type.Nullable;

    /// <summary>The JSON names of all members, as literals in a collection expression.</summary>
    public static string JsonNames(this RecordModel record) => $"[{Join(record.Members.Select(m => CSharpText.Literal(m.JsonName)))}]";

    public static void EmitObsolete(this SourceWriter writer, bool deprecated)
    {
        if (deprecated)
            writer.Write("[global::System.Obsolete(\"The contract marks it deprecated.\")]");
    }

    private static void EmitAttributes(SourceWriter writer, RecordModel record, ContractNames names)
    {
        writer.Document(record.Documentation, $"The object {record.Name} of the contract.", $"<para>Contract: <c>{CSharpText.Inline(record.Pointer)}</c></para>");
        writer.Write(Marker);
        writer.Write($"[global::System.Text.Json.Serialization.JsonConverter(typeof({names.Global(record.Name)}JsonConverter))]");
        foreach (var group in record.Rules.AtLeastOneOf)
            writer.Write(ConstraintAttributes.Attribute("AtLeastOneOf", [.. group.Members.Select(m => $"nameof({m.Name})"), $"MinItems = {group.MinItems}"], group.Pointer));
        foreach (var combination in record.Rules.Combinations)
            writer.Write(ConstraintAttributes.Attribute(combination.ExactlyOne ? "ExactlyOneOf" : "AtLeastOneOf", combination.Sets.Select(s => string.Join(" + \", \" + ", s.Select(m => $"nameof({m.Name})"))), combination.Pointer));
        foreach (var rule in record.Rules.Dependencies)
            writer.Write(ConstraintAttributes.Attribute("DependentRequired", [$"nameof({rule.Member.Name})", $"nameof({rule.Needed.Name})"], rule.Pointer));
        writer.EmitObsolete(record.Deprecated);
    }

    private static void EmitMember(SourceWriter writer, MemberModel member, ContractNames names)
    {
        var direction = member.Direction switch
        {
            Direction.Read => "<para>Only the server gives it: it is read, never sent.</para>",
            Direction.Write => "<para>Only sent: no answer holds it.</para>",
            _ => null,
        };
        writer.Document(member.Documentation, $"The member {member.JsonName}.", $"<para>JSON: <c>{CSharpText.Inline(member.JsonName)}</c></para>", DocumentationWriter.Words(member.Type), direction, member.Deprecated ? "<para>The contract marks it deprecated.</para>" : null);
        writer.Write($"[global::System.Text.Json.Serialization.JsonPropertyName({CSharpText.Literal(member.JsonName)})]");
        foreach (var attribute in ConstraintAttributes.Of(member))
            writer.Write(attribute);
        // Whoever makes a value has to set a required member: to warn of that would help nobody, and C# itself warns against it.
        writer.EmitObsolete(member.Deprecated && !member.IsRequired());
        var nullable = member.IsNullable() ? "?" : "";
        var declaration = $"public {(member.IsRequired() ? "required " : "")}{member.Type.Declaration(names)}{nullable} {member.Name}";
        if (!member.Type.IsAny)
        {
            writer.Write($"{declaration} {{ get; init; }}");
            return;
        }
        // Records compare their fields, and a JsonElement would compare by the document that it was read from.
        var field = $"_{CSharpName.Uncapitalize(member.Name)}Json";
        writer.Write($$"""
            {{declaration}} { get => {{field}}; init => {{field}} = value; }
            private readonly {{Runtime}}.EquatableJsonElement{{nullable}} {{field}};
            """);
    }

    private static void EmitValidate(SourceWriter writer, RecordModel record, ContractNames names)
    {
        var checks = new ChecksEmitter(writer, names);
        writer.Write($"""
            /// <summary>Everything in which this value breaks the contract; empty when nothing does.</summary>
            public global::System.Collections.Generic.IReadOnlyList<{Runtime}.Violation> Validate() => {Runtime}.ContractValidator.Validate(this);

            """);
        using (writer.Braces($"void {Runtime}.IContractObject.Validate({Runtime}.ContractValidator validator)"))
        {
            EmitRules(writer, record);
            foreach (var member in record.Members.Where(m => m.Direction != Direction.Read))
            {
                var name = CSharpText.Literal(member.JsonName);
                if (member.Required && !member.Type.Nullable && (member.Type.IsReference || member.IsNullable() || member.Type.IsAny))
                    writer.Write($"validator.Required({name}, {member.Name});");
                checks.Emit(member.Type, name, member.Name, member.IsNullable(), CSharpName.Uncapitalize(member.Name));
            }
            if (record.Additional is { } additional)
                checks.EmitAdditional(additional, record.JsonNames());
        }
        checks.EmitFields();
    }

    // Records print themselves into logs: what is encrypted on the wire has no place there.
    private static void EmitPrinting(SourceWriter writer, RecordModel record)
    {
        var members = record.Members.Select(m => (m.Name, m.Type)).Concat(record.Additional is { } additional ? [(additional.Name, additional.Type)] : []).ToList();
        if (!members.Any(m => m.Type.IsSecret))
            return;
        writer.Line();
        using var method = writer.Braces("private bool PrintMembers(global::System.Text.StringBuilder builder)");
        for (var i = 0; i < members.Count; i++)
        {
            var (name, type) = members[i];
            writer.Write($"builder.Append(\"{(i == 0 ? "" : ", ")}{name} = \").Append({(type.IsSecret ? $"{name} is null ? \"\" : \"***\"" : $"(object?){name}")});");
        }
        writer.Write("return true;");
    }

    private static void EmitRules(SourceWriter writer, RecordModel record)
    {
        var rules = record.Rules;
        var members = record.Members.ToDictionary(m => m.Name, StringComparer.Ordinal);
        foreach (var group in rules.AtLeastOneOf)
            writer.Write($"validator.AtLeastOneOf([{Join(group.Members.Select(m => CSharpText.Literal(m.JsonName)))}], [{Join(group.Members.Select(m => CountOf(members, m)))}], minItems: {group.MinItems});");
        foreach (var combination in rules.Combinations)
        {
            var sets = Join(combination.Sets.Select(set => CSharpText.Literal(Join(set.Select(m => m.JsonName)))));
            var satisfied = Join(combination.Sets.Select(set => string.Join(" && ", set.Select(m => Present(members, m)))));
            writer.Write($"validator.{(combination.ExactlyOne ? "OneOfRequired" : "AnyOfRequired")}([{sets}], [{satisfied}]);");
        }
        foreach (var rule in rules.Dependencies)
            writer.Write($"validator.DependentRequired({CSharpText.Literal(rule.Member.JsonName)}, {Present(members, rule.Member)}, {CSharpText.Literal(rule.Needed.JsonName)}, {Present(members, rule.Needed)});");
        if (rules.MinProperties is > 0 || rules.MaxProperties is not null)
        {
            var count = string.Join(" + ", record.Members.Where(m => m.Direction != Direction.Read).Select(m => $"({Present(members, new(m.JsonName, m.Name))} ? 1 : 0)").DefaultIfEmpty("0"));
            if (record.Additional is { } additional)
                count += $" + ({additional.Name}?.Count ?? 0)";
            writer.Write($"validator.MemberCount({count}, {rules.MinProperties ?? 0}, {rules.MaxProperties?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "int.MaxValue"});");
        }
    }

    private static string CountOf(Dictionary<string, MemberModel> members, MemberKey key) => members[key.Name].Type.Kind == ValueKind.List
        ? $"{key.Name}?.Count"
        : $"{Present(members, key)} ? 1 : null";

    private static string Present(Dictionary<string, MemberModel> members, MemberKey key)
    {
        var member = members[key.Name];
        return member.IsNullable() || member.Type.IsReference ? $"{key.Name} is not null" : "true";
    }

    private static string Join(IEnumerable<string> parts) => string.Join(", ", parts);
}
