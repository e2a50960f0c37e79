using DiscountCard.Generator.Model;
using static DiscountCard.Generator.Emit.SourceFile;

namespace DiscountCard.Generator.Emit;

/// <summary>Emits an open enumeration: a struct over the wire's text, so that a value that came later survives.</summary>
internal static class OpenEnumEmitter
{
    /// <summary>Alternatives of one pattern: the compiler weighs each against all others.</summary>
    private const int MaxAlternatives = 100;

    private const string Json = "global::System.Text.Json";

    public static SourceFile Emit(OpenEnumModel type, ContractNames names)
    {
        var writer = Start(names);
        var self = names.Global(type.Name);
        var values = string.Join(", ", type.Values.Select(v => CSharpText.Literal(v.Value)));
        writer.Document(type.Documentation, $"The enumeration {type.Name} of the contract.", "<para>An open enumeration: a value that the contract does not name is kept when it is read, and refused before it is sent.</para>", $"<para>Contract: <c>{CSharpText.Inline(type.Pointer)}</c></para>");
        writer.Write(Marker);
        writer.Write($"[{Runtime}.KnownValues({values}, Pointer = {CSharpText.Literal(type.Pointer)})]");
        writer.Write($"[{Json}.Serialization.JsonConverter(typeof({self}JsonConverter))]");
        writer.EmitObsolete(type.Deprecated);
        using (writer.Braces($"{names.Accessibility} readonly partial struct {type.Name} : {Runtime}.IOpenEnum<{self}>, global::System.IEquatable<{self}>"))
        {
            writer.Write($$"""
                private readonly string? _value;

                /// <summary>A value by its text as it stands in JSON, known or not.</summary>
                /// <param name="value">The text.</param>
                public {{type.Name}}(string value)
                {
                    global::System.ArgumentNullException.ThrowIfNull(value);
                    _value = value;
                }

                """);
            EmitValues(writer, type, self);
            EmitMembers(writer, type, self, values);
        }
        writer.Line();
        EmitConverter(writer, type, self);
        return new(HintNameOf(names, type.Name), writer.ToString());
    }

    private static void EmitValues(SourceWriter writer, OpenEnumModel type, string self)
    {
        foreach (var value in type.Values)
        {
            writer.Document(new(value.Description, null, null), value.Value, $"<para>JSON: <c>{CSharpText.Inline(value.Value)}</c></para>");
            writer.Write($"public static {self} {value.Name} {{ get; }} = new({CSharpText.Literal(value.Value)});");
            writer.Line();
        }
    }

    private static void EmitMembers(SourceWriter writer, OpenEnumModel type, string self, string values)
    {
        var isKnown = $"_value is {string.Join(" or ", type.Values.Select(v => CSharpText.Literal(v.Value)))}";
        if (type.Values.Count > MaxAlternatives)
        {
            writer.Write($"private static readonly global::System.Collections.Generic.HashSet<string> s_known = new(new string[] {{ {values} }}, global::System.StringComparer.Ordinal);\n");
            isKnown = "_value is not null && s_known.Contains(_value)";
        }
        writer.Write($$"""
            static global::System.Collections.Generic.IReadOnlyList<string> {{Runtime}}.IOpenEnum<{{self}}>.KnownValues { get; } = new string[] { {{values}} };

            /// <inheritdoc/>
            public string Value => _value ?? "";

            /// <inheritdoc/>
            public bool IsKnown => {{isKnown}};

            /// <summary>Whether two values have the same text.</summary>
            public static bool operator ==({{self}} left, {{self}} right) => left.Equals(right);

            /// <summary>Whether two values differ in their text.</summary>
            public static bool operator !=({{self}} left, {{self}} right) => !left.Equals(right);

            /// <inheritdoc/>
            public bool Equals({{self}} other) => Value == other.Value;

            /// <inheritdoc/>
            public override bool Equals(object? obj) => obj is {{self}} other && Equals(other);

            /// <inheritdoc/>
            public override int GetHashCode() => global::System.StringComparer.Ordinal.GetHashCode(Value);

            /// <summary>The text as it stands in JSON.</summary>
            public override string ToString() => Value;
            """);
    }

    private static void EmitConverter(SourceWriter writer, OpenEnumModel type, string self)
    {
        writer.Write($"/// <summary>Reads and writes <see cref=\"{self}\"/>; a known value is read without allocating.</summary>");
        writer.Write(Marker);
        using (writer.Braces($"internal sealed class {type.Name}JsonConverter : {Json}.Serialization.JsonConverter<{self}>"))
        {
            writer.Write($"""
                public override {self} Read(ref {Json}.Utf8JsonReader reader, global::System.Type typeToConvert, {Json}.JsonSerializerOptions options) => {Runtime}.JsonWire.ReadRoot(ref reader, options, static (ref {Json}.Utf8JsonReader reader) => Read(ref reader, null));

                public override void Write({Json}.Utf8JsonWriter writer, {self} value, {Json}.JsonSerializerOptions options) => {Runtime}.JsonWire.WriteEnum(writer, value);

                """);
            using (writer.Braces($"internal static {self} Read(ref {Json}.Utf8JsonReader reader, string? member)"))
            {
                using (writer.Braces($"if (reader.TokenType == {Json}.JsonTokenType.String)"))
                {
                    foreach (var value in type.Values)
                    {
                        writer.Write($"if (reader.ValueTextEquals({CSharpText.Literal(value.Value)}u8))");
                        using (writer.Indent())
                            writer.Write($"return {self}.{value.Name};");
                    }
                }
                writer.Write($"return new({Runtime}.JsonWire.ReadString(ref reader, member));");
            }
        }
    }
}
