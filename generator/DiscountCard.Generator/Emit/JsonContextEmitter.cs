using DiscountCard.Generator.Model;
using static DiscountCard.Generator.Emit.SourceFile;

namespace DiscountCard.Generator.Emit;

/// <summary>
/// Emits the serializer context. System.Text.Json's own generator never sees what this one emits, so the metadata is
/// emitted here, through the public metadata API.
/// </summary>
internal static class JsonContextEmitter
{
    private const string Json = "global::System.Text.Json";
    private const string Metadata = "global::System.Text.Json.Serialization.Metadata";

    public static SourceFile Emit(JsonContextModel context)
    {
        var names = context.Names;
        var writer = Start(names);
        writer.Write($"""
            /// <summary>The serializer context of the contract's types. Works without reflection, hence also trimmed and ahead-of-time compiled.</summary>
            /// <remarks>Chinese is written as UTF-8, not as <c>\u</c> escapes: it is what the official SDKs send, and what is signed is what is sent.</remarks>
            {Marker}
            """);
        using (writer.Braces($"{names.Accessibility} sealed partial class {names.JsonContext} : {Json}.Serialization.JsonSerializerContext, {Metadata}.IJsonTypeInfoResolver"))
        {
            EmitConstruction(writer, names);
            foreach (var type in context.Types)
                EmitProperty(writer, type, names);
            EmitLookup(writer, context);
        }
        return new(HintNameOf(names, names.JsonContext), writer.ToString());
    }

    private static void EmitConstruction(SourceWriter writer, ContractNames names) => writer.Write($$"""
        private static readonly {{Json}}.JsonSerializerOptions s_options = {{Runtime}}.JsonWire.CreateOptions();

        /// <summary>The context with the options that APIv3 needs.</summary>
        public static {{names.JsonContext}} Default { get; } = new(new {{Json}}.JsonSerializerOptions(s_options));

        /// <summary>A context with the options that APIv3 needs.</summary>
        public {{names.JsonContext}}()
            : base(new {{Json}}.JsonSerializerOptions(s_options))
        {
        }

        /// <summary>A context with options of your own.</summary>
        /// <param name="options">
        /// The options; their encoder and indentation take effect, and with <c>JsonNumberHandling.AllowReadingFromString</c> a number may
        /// arrive as a text and a text as a number. All else stays the contract's: names, converters, and that a number is sent as a number,
        /// also with <c>JsonNumberHandling.WriteAsString</c>.
        /// </param>
        public {{names.JsonContext}}({{Json}}.JsonSerializerOptions options)
            : base(options)
        {
        }

        /// <inheritdoc/>
        protected override {{Json}}.JsonSerializerOptions? GeneratedSerializerOptions => s_options;

        """);

    private static void EmitProperty(SourceWriter writer, string type, ContractNames names) => writer.Write($"""
        /// <summary>How <see cref="{names.Global(type)}"/> is read and written.</summary>
        public {Metadata}.JsonTypeInfo<{names.Global(type)}> {PropertyName(type)} => ({Metadata}.JsonTypeInfo<{names.Global(type)}>)Options.GetTypeInfo(typeof({names.Global(type)}));

        """);

    private static void EmitLookup(SourceWriter writer, JsonContextModel context)
    {
        writer.Write($"""
            /// <inheritdoc/>
            public override {Metadata}.JsonTypeInfo? GetTypeInfo(global::System.Type type) => Options.TryGetTypeInfo(type, out var info) ? info : null;

            {Metadata}.JsonTypeInfo? {Metadata}.IJsonTypeInfoResolver.GetTypeInfo(global::System.Type type, {Json}.JsonSerializerOptions options) => Create(type, options);

            """);
        using (writer.Braces($"private static {Metadata}.JsonTypeInfo? Create(global::System.Type type, {Json}.JsonSerializerOptions options)"))
        {
            foreach (var type in context.Types)
            {
                var name = context.Names.Global(type);
                writer.Write($"if (type == typeof({name}))");
                using (writer.Indent())
                    writer.Write($"return {Metadata}.JsonMetadataServices.CreateValueInfo<{name}>(options, new {name}JsonConverter());");
            }
            writer.Write("return null;");
        }
    }

    // What the base class or this class declares already.
    public static string PropertyName(string type) => type is "Options" or "Default" or "GetTypeInfo" or "GeneratedSerializerOptions" or "Create" ? type + "TypeInfo" : type;
}
