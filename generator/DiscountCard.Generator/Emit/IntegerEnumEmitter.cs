using DiscountCard.Generator.Model;
using static DiscountCard.Generator.Emit.SourceFile;

namespace DiscountCard.Generator.Emit;

/// <summary>Emits an enumeration of integers: a C# enum, which holds integers without a name as well.</summary>
internal static class IntegerEnumEmitter
{
    private const string Json = "global::System.Text.Json";

    public static SourceFile Emit(IntegerEnumModel type, ContractNames names)
    {
        var writer = Start(names);
        var self = names.Global(type.Name);
        writer.Document(type.Documentation, $"The enumeration {type.Name} of the contract.", "<para>A value that the contract does not name is kept when it is read, and refused before it is sent.</para>", $"<para>Contract: <c>{CSharpText.Inline(type.Pointer)}</c></para>");
        writer.Write(Marker);
        writer.Write(ConstraintAttributes.Attribute("KnownValues", type.Values.Select(v => CSharpText.Literal(v.Value)), type.Pointer));
        writer.Write($"[{Json}.Serialization.JsonConverter(typeof({self}JsonConverter))]");
        writer.EmitObsolete(type.Deprecated);
        using (writer.Braces($"{names.Accessibility} enum {type.Name} : long"))
        {
            foreach (var value in type.Values)
            {
                writer.Document(new(value.Description, null, null), $"The value {value.Value}.");
                writer.Write($"{value.Name} = {value.Value},");
                writer.Line();
            }
        }
        writer.Line();
        EmitConverter(writer, type, self);
        return new(HintNameOf(names, type.Name), writer.ToString());
    }

    private static void EmitConverter(SourceWriter writer, IntegerEnumModel type, string self)
    {
        writer.Write($"/// <summary>Reads and writes <see cref=\"{self}\"/> as an integer.</summary>");
        writer.Write(Marker);
        using (writer.Braces($"internal sealed class {type.Name}JsonConverter : {Json}.Serialization.JsonConverter<{self}>"))
        {
            writer.Write($"""
                internal static global::System.ReadOnlySpan<long> Known => [{string.Join(", ", type.Values.Select(v => v.Value))}];

                public override {self} Read(ref {Json}.Utf8JsonReader reader, global::System.Type typeToConvert, {Json}.JsonSerializerOptions options) => {Runtime}.JsonWire.ReadRoot(ref reader, options, static (ref {Json}.Utf8JsonReader reader) => Read(ref reader, null));

                public override void Write({Json}.Utf8JsonWriter writer, {self} value, {Json}.JsonSerializerOptions options) => Write(writer, value);

                internal static {self} Read(ref {Json}.Utf8JsonReader reader, string? member) => ({self}){Runtime}.JsonWire.ReadInt64(ref reader, member);

                internal static void Write({Json}.Utf8JsonWriter writer, {self} value) => {Runtime}.JsonWire.WriteInt64(writer, (long)value);
                """);
        }
    }
}
