using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using DiscountCard.Runtime;

namespace DiscountCard.Generator.Tests;

/// <summary>Values of types that a test has just generated, hence knows by name alone.</summary>
internal static class GeneratedTypes
{
    private static readonly JsonSerializerOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Reads a value of a type in the namespace <c>Shop</c>.</summary>
    public static object Read(this Assembly assembly, string type, string json) => JsonSerializer.Deserialize(json, assembly.GetType("Shop." + type, throwOnError: true)!, s_options)!;

    /// <summary>Writes a value as the client does.</summary>
    public static string Write(object value, Type? type = null) => JsonSerializer.Serialize(value, type ?? value.GetType(), s_options);

    /// <summary>The violations of a value, each as <c>/pointer rule</c>.</summary>
    public static IEnumerable<string> Violations(object value) => ContractValidator.Validate((IContractObject)value).Select(v => $"{v.Pointer} {v.Rule}");

    /// <summary>The value of a property.</summary>
    public static object? Get(object value, string property) => value.GetType().GetProperty(property)!.GetValue(value);

    /// <summary>Sets a property, which may be one that is set at initialization alone.</summary>
    public static void Set(object value, string property, object? to) => value.GetType().GetProperty(property)!.SetValue(value, to);

    /// <summary>Reads JSON that does not fit, and gives the path that the error names.</summary>
    public static string? FailsAt(this Assembly assembly, string type, string json) => Assert.ThrowsAny<JsonException>(() => assembly.Read(type, json)).Path;
}
