using DiscountCard.Generator.Model;
using static DiscountCard.Generator.Emit.SourceFile;

namespace DiscountCard.Generator.Emit;

/// <summary>Emits the converter of an object: straight from the reader into locals, straight from the properties to the writer.</summary>
internal static class ConverterEmitter
{
    private const string Json = "global::System.Text.Json";

    public static void Emit(SourceWriter writer, RecordModel record, ContractNames names)
    {
        var type = names.Global(record.Name);
        writer.Write($"/// <summary>Reads and writes <see cref=\"{type}\"/> without reflection.</summary>");
        writer.Write(Marker);
        using (writer.Braces($"internal sealed class {record.Name}JsonConverter : {Json}.Serialization.JsonConverter<{type}>"))
        {
            foreach (var member in record.Members)
                writer.Write($"private static readonly {Json}.JsonEncodedText s_{Local(member)} = {Runtime}.JsonWire.Name({CSharpText.Literal(member.JsonName)});");
            writer.Write($"""

                public override {type} Read(ref {Json}.Utf8JsonReader reader, global::System.Type typeToConvert, {Json}.JsonSerializerOptions options) => {Runtime}.JsonWire.ReadRoot(ref reader, options, Read);

                public override void Write({Json}.Utf8JsonWriter writer, {type} value, {Json}.JsonSerializerOptions options) => Write(writer, value);

                """);
            EmitRead(writer, record, names);
            writer.Line();
            EmitWrite(writer, record, names);
        }
    }

    private static void EmitRead(SourceWriter writer, RecordModel record, ContractNames names)
    {
        using var method = writer.Braces($"internal static {names.Global(record.Name)} Read(ref {Json}.Utf8JsonReader reader)");
        writer.Write($"{Runtime}.JsonWire.StartObject(ref reader);");
        for (var i = 0; i < record.Members.Count; i += 64)
            writer.Write($"ulong {Seen(i)} = 0;");
        foreach (var member in record.Members)
            writer.Write($"{member.Type.Declaration(names)}{(member.IsNullable() ? "?" : "")} {Local(member)} = default{(!member.IsNullable() && member.Type.IsReference ? "!" : "")};");
        if (record.Additional is { } map)
            writer.Write($"global::System.Collections.Generic.Dictionary<string, {map.Type.Item!.Declaration(names)}>? others = null;");
        using (writer.Braces($"while ({Runtime}.JsonWire.NextMember(ref reader))"))
        {
            for (var i = 0; i < record.Members.Count; i++)
                EmitReadMember(writer, record.Members[i], i, names);
            var other = record.Additional is { } additional
                ? $"{Runtime}.JsonWire.ReadAdditional(ref reader, ref others, {additional.Type.Item!.ItemReader(names)});"
                : $"{Runtime}.JsonWire.SkipMember(ref reader);";
            if (record.Members.Count == 0)
                writer.Write(other);
            else
                writer.Write($$"""
                    else
                    {
                        {{other}}
                    }
                    """);
        }
        for (var i = 0; i < record.Members.Count; i++)
        {
            // What may be null is left out when it is.
            if (record.Members[i] is { Required: true, Type.Nullable: false, Direction: not Direction.Write })
                writer.Write($"{Runtime}.JsonWire.Required({Seen(i)}, {i % 64}, {CSharpText.Literal(record.Members[i].JsonName)});");
        }
        using (writer.Braces($"return new {names.Global(record.Name)}", "};"))
        {
            foreach (var member in record.Members)
                writer.Write($"{member.Name} = {Local(member)},");
            if (record.Additional is { } kept)
                writer.Write($"{kept.Name} = others,");
        }
    }

    private static void EmitReadMember(SourceWriter writer, MemberModel member, int index, ContractNames names)
    {
        var name = CSharpText.Literal(member.JsonName);
        using (writer.Braces($"{(index == 0 ? "if" : "else if")} (reader.ValueTextEquals({name}u8))"))
        {
            writer.Write($"{Runtime}.JsonWire.Value(ref reader, ref {Seen(index)}, {index % 64}, {name});");
            var absent = member.Required && !member.Type.Nullable ? "" : $"{Runtime}.JsonWire.IsNull(ref reader) ? null : ";
            writer.Write($"{Local(member)} = {absent}{member.Type.Read(names, name)};");
        }
    }

    private static void EmitWrite(SourceWriter writer, RecordModel record, ContractNames names)
    {
        using var method = writer.Braces($"internal static void Write({Json}.Utf8JsonWriter writer, {names.Global(record.Name)} value)");
        writer.Write("writer.WriteStartObject();");
        foreach (var member in record.Members.Where(m => m.Direction != Direction.Read))
        {
            if (!member.IsNullable())
            {
                EmitWriteMember(writer, member, $"value.{member.Name}", names);
                continue;
            }
            using (writer.Braces($"if (value.{member.Name} is {{ }} {Local(member)})"))
                EmitWriteMember(writer, member, Local(member), names);
        }
        if (record.Additional is { } additional)
        {
            using (writer.Braces($"if (value.{additional.Name} is {{ }} others)"))
                writer.Write($"{Runtime}.JsonWire.WriteAdditional(writer, others, {record.JsonNames()}, {additional.Type.Item!.ItemWriter(names)});");
        }
        writer.Write("writer.WriteEndObject();");
    }

    private static void EmitWriteMember(SourceWriter writer, MemberModel member, string value, ContractNames names)
    {
        writer.Write($"writer.WritePropertyName(s_{Local(member)});");
        writer.Write(member.Type.Write(names, value) + ";");
    }

    // One suffix for all keeps a member called "reader" or "seen" apart from the method's own names.
    private static string Local(MemberModel member) => CSharpName.Uncapitalize(member.Name) + "Value";

    private static string Seen(int index) => index < 64 ? "seen" : $"seen{index / 64}";
}
