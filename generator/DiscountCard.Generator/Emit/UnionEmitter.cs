using DiscountCard.Generator.Model;
using static DiscountCard.Generator.Emit.SourceFile;

namespace DiscountCard.Generator.Emit;

/// <summary>Emits a choice between objects: a closed hierarchy with one case an object, and one for what the contract does not name.</summary>
internal static class UnionEmitter
{
    private const string Json = "global::System.Text.Json";

    // Of the names of cases, in the order in which they are tried.
    private static readonly string[] s_endings = ["Case", "Value", "Object"];

    public static SourceFile Emit(UnionModel union, ContractNames names)
    {
        var writer = Start(names);
        var self = names.Global(union.Name);
        writer.Document(
            union.Documentation,
            $"The choice {union.Name} of the contract.",
            $"<para>One of: {string.Join(", ", union.Variants.Select(v => $"<see cref=\"{names.Global(v.Type)}\"/>"))}. An object assigns itself; <c>switch</c> over the cases to take it out.</para>",
            $"<para>Contract: <c>{CSharpText.Inline(union.Pointer)}</c></para>");
        writer.Write(Marker);
        writer.Write($"[{Json}.Serialization.JsonConverter(typeof({self}JsonConverter))]");
        writer.EmitObsolete(union.Deprecated);
        using (writer.Braces($"{names.Accessibility} abstract partial record {union.Name} : {Runtime}.IContractObject"))
        {
            EmitBase(writer, union);
            foreach (var variant in union.Variants)
                EmitCase(writer, union, variant, self, names);
            EmitOther(writer, union, self);
        }
        writer.Line();
        EmitConverter(writer, union, self, names);
        return new(HintNameOf(names, union.Name), writer.ToString());
    }

    private static void EmitBase(SourceWriter writer, UnionModel union) => writer.Write($$"""
        // Nobody outside adds a case.
        private {{union.Name}}()
        {
        }

        /// <summary>Everything in which this value breaks the contract; empty when nothing does.</summary>
        public global::System.Collections.Generic.IReadOnlyList<{{Runtime}}.Violation> Validate() => {{Runtime}}.ContractValidator.Validate(this);

        /// <inheritdoc/>
        public abstract void Validate({{Runtime}}.ContractValidator validator);

        """);

    private static void EmitCase(SourceWriter writer, UnionModel union, VariantModel variant, string self, ContractNames names)
    {
        var type = names.Global(variant.Type);
        writer.Write($"""
            /// <summary>The case of <see cref="{type}"/>.</summary>
            /// <param name="Value">The object.</param>
            """);
        using (writer.Braces($"public sealed record {CaseOf(union, variant)}({type} Value) : {self}"))
        {
            writer.Write("/// <inheritdoc/>");
            using (writer.Braces($"public override void Validate({Runtime}.ContractValidator validator)"))
            {
                writer.Write($"(({Runtime}.IContractObject)Value).Validate(validator);");
                if (variant.Tag is { } tag)
                    EmitTagCheck(writer, tag, CSharpText.Literal(union.Discriminator!), variant.Values);
            }
        }
        writer.Write($$"""

            /// <summary>The object as a case of the choice.</summary>
            /// <param name="value">The object.</param>
            public static implicit operator {{self}}({{type}} value) => new {{CaseOf(union, variant)}}(value);

            """);
    }

    // What the object says of itself must lead back to this case: read with another text, it would be another object.
    private static void EmitTagCheck(SourceWriter writer, TagModel tag, string discriminator, EquatableArray<string> values)
    {
        if (tag.IsOptional)
            writer.Write($"validator.Required({discriminator}, Value.{tag.Name});");
        if (!tag.IsFixed)
            writer.Write($"validator.Discriminator({discriminator}, Value.{tag.Name}{(!tag.IsEnumeration ? "" : tag.IsNullable ? "?.Value" : ".Value")}, [{string.Join(", ", values.Select(CSharpText.Literal))}]);");
    }

    private static void EmitOther(SourceWriter writer, UnionModel union, string self) => writer.Write($$"""
        /// <summary>An object that is none of the contract's: a later one. It is kept as it came, and is a violation where it is sent.</summary>
        /// <param name="Value">The object.</param>
        public sealed record {{OtherOf(union)}}({{Json}}.JsonElement Value) : {{self}}
        {
            // Compares by what the JSON says, as a record's other fields do.
            private readonly {{Runtime}}.EquatableJsonElement _json = Value;

            /// <summary>The object.</summary>
            public {{Json}}.JsonElement Value { get => _json; init => _json = value; }

            /// <inheritdoc/>
            public override void Validate({{Runtime}}.ContractValidator validator) =>
                validator.OtherChoice({{CSharpText.Literal(union.Keyword)}}, [{{string.Join(", ", union.Variants.Select(v => CSharpText.Literal(v.Type)))}}]);
        }
        """);

    private static void EmitConverter(SourceWriter writer, UnionModel union, string self, ContractNames names)
    {
        writer.Write($"/// <summary>Reads and writes <see cref=\"{self}\"/>.</summary>");
        writer.Write(Marker);
        using (writer.Braces($"internal sealed class {union.Name}JsonConverter : {Json}.Serialization.JsonConverter<{self}>"))
        {
            writer.Write($"""
                public override {self} Read(ref {Json}.Utf8JsonReader reader, global::System.Type typeToConvert, {Json}.JsonSerializerOptions options) => {Runtime}.JsonWire.ReadRoot(ref reader, options, Read);

                public override void Write({Json}.Utf8JsonWriter writer, {self} value, {Json}.JsonSerializerOptions options) => Write(writer, value);

                """);
            using (writer.Braces($"internal static {self} Read(ref {Json}.Utf8JsonReader reader)"))
            {
                writer.Write($"{Runtime}.JsonWire.StartObject(ref reader);");
                if (union.Discriminator is { } discriminator)
                    EmitByDiscriminator(writer, union, discriminator, names);
                else
                    EmitByMembers(writer, union, names);
                writer.Write($"return new {self}.{OtherOf(union)}({Runtime}.JsonWire.ReadAny(ref reader, null));");
            }
            writer.Line();
            using (writer.Braces($"internal static void Write({Json}.Utf8JsonWriter writer, {self} value)"))
            using (writer.Braces("switch (value)"))
            {
                foreach (var variant in union.Variants)
                    EmitWriteCase(writer, $"{self}.{CaseOf(union, variant)} {{ Value: var item }}", $"{names.Global(variant.Type)}JsonConverter.Write(writer, item);");
                EmitWriteCase(writer, $"{self}.{OtherOf(union)} {{ Value: var item }}", $"{Runtime}.JsonWire.WriteAny(writer, item);");
            }
        }
    }

    private static void EmitByDiscriminator(SourceWriter writer, UnionModel union, string discriminator, ContractNames names)
    {
        var tolerant = string.Join(", ", union.Variants.SelectMany(v => v.TolerantValues).Select(CSharpText.Literal));
        using var choice = writer.Braces($"switch ({Runtime}.JsonWire.PeekText(reader, {CSharpText.Literal(discriminator)}{(tolerant.Length > 0 ? $", [{tolerant}]" : "")}))");
        foreach (var variant in union.Variants)
        {
            foreach (var value in variant.Values)
                writer.Write($"case {CSharpText.Literal(value)}:");
            if (variant.Values.Count == 0)
                continue;
            using (writer.Indent())
                writer.Write($"return {names.Global(variant.Type)}JsonConverter.Read(ref reader);");
        }
    }

    // The object that asks for most goes first: another one's members may be among its own.
    private static void EmitByMembers(SourceWriter writer, UnionModel union, ContractNames names)
    {
        foreach (var (type, sign) in union.Variants.SelectMany(v => v.Signs.Select(sign => (v.Type, Sign: sign))).OrderByDescending(s => s.Sign.Members.Count).ThenByDescending(s => s.Sign.IsWhole))
        {
            writer.Write($"if ({Runtime}.JsonWire.PeekHasAll(reader, [{string.Join(", ", sign.Members.Select(CSharpText.Literal))}]))");
            using (writer.Indent())
                writer.Write($"return {names.Global(type)}JsonConverter.Read(ref reader);");
        }
    }

    private static void EmitWriteCase(SourceWriter writer, string pattern, string statement)
    {
        writer.Write($"case {pattern}:");
        using (writer.Indent())
        {
            writer.Write(statement);
            writer.Write("break;");
        }
    }

    // A case cannot have the name of the choice around it, nor that of the case for what came later.
    private static string CaseOf(UnionModel union, VariantModel variant) =>
        s_endings.Select(ending => variant.Type + ending).First(name => name != union.Name && name != "OtherCase");

    private static string OtherOf(UnionModel union) => union.Name == "OtherCase" ? "OtherCaseValue" : "OtherCase";
}
