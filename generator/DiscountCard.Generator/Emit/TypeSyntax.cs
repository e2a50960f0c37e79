using DiscountCard.Generator.Model;

namespace DiscountCard.Generator.Emit;

/// <summary>How a kind of value is declared, read and written in C#.</summary>
internal static class TypeSyntax
{
    public static string Declaration(this TypeReference type, ContractNames names) => type.Kind switch
    {
        ValueKind.Text => "string",
        ValueKind.Int32 => "int",
        ValueKind.Int64 => "long",
        ValueKind.Double => "double",
        ValueKind.Boolean => "bool",
        ValueKind.DateTime => "global::System.DateTimeOffset",
        ValueKind.List => $"{SourceFile.Runtime}.ValueList<{type.Item!.Declaration(names)}>",
        _ => names.Global(type.Name!),
    };

    public static bool IsReference(this TypeReference type) => type.Kind is ValueKind.Text or ValueKind.List or ValueKind.Object;

    /// <summary>An expression that reads a value from <c>reader</c>, for a member or, with <c>null</c>, for an item.</summary>
    public static string Read(this TypeReference type, ContractNames names, string memberLiteral) => type.Kind switch
    {
        ValueKind.Object when memberLiteral == "null" => $"{Converter(type, names)}.Read(ref reader)",
        ValueKind.Object => $"{SourceFile.Runtime}.JsonWire.ReadObject(ref reader, {memberLiteral}, {Converter(type, names)}.Read)",
        ValueKind.Enum => $"{Converter(type, names)}.Read(ref reader, {memberLiteral})",
        ValueKind.List => $"{SourceFile.Runtime}.JsonWire.ReadList(ref reader, {memberLiteral}, {ItemReader(type.Item!, names)})",
        _ => $"{SourceFile.Runtime}.JsonWire.Read{Primitive(type.Kind)}(ref reader, {memberLiteral})",
    };

    /// <summary>A statement that writes a value to <c>writer</c> behind its property name.</summary>
    public static string Write(this TypeReference type, ContractNames names, string value) => type.Kind switch
    {
        ValueKind.Object => $"{Converter(type, names)}.Write(writer, {value});",
        ValueKind.Enum => $"{SourceFile.Runtime}.JsonWire.WriteEnum(writer, {value});",
        ValueKind.List => $"{SourceFile.Runtime}.JsonWire.WriteList(writer, {value}, {ItemWriter(type.Item!, names)});",
        _ => $"{SourceFile.Runtime}.JsonWire.Write{Primitive(type.Kind)}(writer, {value});",
    };

    private static string Converter(TypeReference type, ContractNames names) => names.Global(type.Name! + "JsonConverter");

    private static string ItemReader(TypeReference item, ContractNames names) => item.Kind == ValueKind.Object
        ? $"{Converter(item, names)}.Read"
        : $"static (ref global::System.Text.Json.Utf8JsonReader reader) => {item.Read(names, "null")}";

    private static string ItemWriter(TypeReference item, ContractNames names) => item.Kind == ValueKind.Object
        ? $"{Converter(item, names)}.Write"
        : $"static (writer, item) => {item.Write(names, "item").TrimEnd(';')}";

    private static string Primitive(ValueKind kind) => kind switch
    {
        ValueKind.Text => "String",
        ValueKind.Int32 => "Int32",
        ValueKind.Int64 => "Int64",
        ValueKind.Double => "Double",
        ValueKind.Boolean => "Boolean",
        ValueKind.DateTime => "DateTime",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No primitive kind."),
    };
}
