using DiscountCard.Generator.Model;

namespace DiscountCard.Generator.Emit;

/// <summary>How a kind of value is declared, read and written in C#.</summary>
internal static class TypeSyntax
{
    private const string Wire = SourceFile.Runtime + ".JsonWire";

    public static string Declaration(this TypeReference type, ContractNames names) => type.Kind switch
    {
        ValueKind.Text => "string",
        ValueKind.Int32 => "int",
        ValueKind.Int64 => "long",
        ValueKind.UInt32 => "uint",
        ValueKind.UInt64 => "ulong",
        ValueKind.Single => "float",
        ValueKind.Double => "double",
        ValueKind.Decimal => "decimal",
        ValueKind.Boolean => "bool",
        ValueKind.DateTime => "global::System.DateTimeOffset",
        ValueKind.Date => "global::System.DateOnly",
        ValueKind.Uuid => "global::System.Guid",
        ValueKind.Uri => "global::System.Uri",
        ValueKind.Bytes => $"{SourceFile.Runtime}.ValueList<byte>",
        ValueKind.Any => "global::System.Text.Json.JsonElement",
        ValueKind.JsonText => type.Item!.Declaration(names),
        ValueKind.List => $"{SourceFile.Runtime}.ValueList<{type.Item!.Declaration(names)}>",
        ValueKind.Map => $"{SourceFile.Runtime}.ValueMap<{type.Item!.Declaration(names)}>",
        _ => names.Global(type.Name!),
    };

    /// <summary>An expression that reads a value from <c>reader</c>.</summary>
    /// <param name="type">The type of the value.</param>
    /// <param name="names">The contract's names.</param>
    /// <param name="member">The member's name as a literal; <c>null</c> for an item.</param>
    public static string Read(this TypeReference type, ContractNames names, string member) => type.Kind switch
    {
        ValueKind.Object when member == "null" => $"{Converter(type, names)}.Read(ref reader)",
        ValueKind.Object => $"{Wire}.ReadObject(ref reader, {member}, {Converter(type, names)}.Read)",
        ValueKind.Enum or ValueKind.IntegerEnum => $"{Converter(type, names)}.Read(ref reader, {member})",
        ValueKind.List => $"{Wire}.ReadList{TypeArgument(type.Item!, names)}(ref reader, {member}, {ItemReader(type.Item!, names)})",
        ValueKind.JsonText => $"{Wire}.ReadJsonText{TypeArgument(type.Item!, names)}(ref reader, {member}, {ItemReader(type.Item!, names)})",
        ValueKind.Map => $"{Wire}.ReadMap{TypeArgument(type.Item!, names)}(ref reader, {member}, {ItemReader(type.Item!, names)})",
        _ when type.Encrypted => $"{Wire}.ReadEncrypted(ref reader, {member})",
        _ => $"{Wire}.Read{Primitive(type.Kind)}(ref reader, {member}{(type.Tolerant ? ", tolerant: true" : "")})",
    };

    /// <summary>A call that writes a value to <c>writer</c>.</summary>
    public static string Write(this TypeReference type, ContractNames names, string value) => type.Kind switch
    {
        ValueKind.Object or ValueKind.IntegerEnum => $"{Converter(type, names)}.Write(writer, {value})",
        ValueKind.Enum => $"{Wire}.WriteEnum(writer, {value})",
        ValueKind.List => $"{Wire}.WriteList{TypeArgument(type.Item!, names)}(writer, {value}, {EntryWriter(type.Item!, names)})",
        ValueKind.JsonText => $"{Wire}.WriteJsonText{TypeArgument(type.Item!, names)}(writer, {value}, {ItemWriter(type.Item!, names)})",
        ValueKind.Map => $"{Wire}.WriteMap{TypeArgument(type.Item!, names)}(writer, {value}, {EntryWriter(type.Item!, names)})",
        _ when type.Encrypted => $"{Wire}.WriteEncrypted(writer, {value})",
        _ => $"{Wire}.Write{Primitive(type.Kind)}(writer, {value})",
    };

    /// <summary>An expression that gives a scalar as it stands in a path, a query or a header.</summary>
    public static string WireText(this TypeReference type, string value) => type.Kind switch
    {
        ValueKind.Text => value,
        ValueKind.IntegerEnum => $"{SourceFile.Runtime}.WireText.Of((long){value})",
        _ => $"{SourceFile.Runtime}.WireText.Of({value})",
    };

    /// <summary>An expression that gives the text of a value that stands as JSON in one; null for no value.</summary>
    public static string JsonText(this TypeReference type, ContractNames names, string value, bool nullable)
    {
        var isNullableStruct = nullable && !type.IsReference;
        var text = $"{Wire}.JsonText({value}{(isNullableStruct ? ".Value" : "")}, {ItemWriter(type.Item!, names)})";
        return isNullableStruct ? $"{value} is null ? null : {text}" : text;
    }

    private static string Converter(TypeReference type, ContractNames names) => names.Global(type.Name! + "JsonConverter");

    /// <summary>A delegate that reads an item.</summary>
    public static string ItemReader(this TypeReference item, ContractNames names) => item.Kind == ValueKind.Object
        ? $"{Converter(item, names)}.Read"
        : $"static (ref global::System.Text.Json.Utf8JsonReader reader) => {item.Read(names, "null")}";

    /// <summary>A delegate that writes an item.</summary>
    public static string ItemWriter(this TypeReference item, ContractNames names) => item.Kind == ValueKind.Object
        ? $"{Converter(item, names)}.Write"
        : $"static (writer, item) => {item.Write(names, "item")}";

    // A member that is null is left out. An item has its place.
    private static string EntryWriter(TypeReference item, ContractNames names) => item.Kind == ValueKind.Any ? $"{Wire}.WriteAnyItem" : item.ItemWriter(names);

    // Of lambdas in lambdas, the compiler binds each twice as often as the one around it as long as it has to infer types.
    private static string TypeArgument(TypeReference item, ContractNames names) => item.Kind is ValueKind.List or ValueKind.Map or ValueKind.JsonText ? $"<{item.Declaration(names)}>" : "";

    private static string Primitive(ValueKind kind) => kind == ValueKind.Text ? "String" : kind.ToString();
}
