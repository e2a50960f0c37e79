using System.Text.Json;
using DiscountCard.Runtime;

namespace DiscountCard.Generator.Tests;

/// <summary>Every shape of a contract compiles for every target, warnings being errors, and carries its examples there and back.</summary>
public class ShapeTests
{
    public static TheoryData<string, string> Shapes()
    {
        var data = new TheoryData<string, string>();
        foreach (var file in ShapeContracts.All)
        {
            data.Add(Path.GetFileName(file.Path), Target.Net80.Name);
            data.Add(Path.GetFileName(file.Path), Target.Net100.Name);
        }
        return data;
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Examples_follow_their_schema_and_are_written_as_they_were_read(string shape, string target)
    {
        var file = ShapeContracts.Of(shape);
        foreach (var (schema, examples) in YamlExamples.Of(file.Yaml))
        {
            var type = ShapeContracts.Type(file, schema, target);
            Assert.All(examples, example => RoundTrip(example, type));
        }
    }

    [Theory]
    [MemberData(nameof(Target.Names), MemberType = typeof(Target))]
    public void The_contracts_compile_beside_each_other(string target) => Assert.NotEmpty(ShapeContracts.Compiled(target).GetTypes());

    private static void RoundTrip(string example, Type type)
    {
        var value = JsonSerializer.Deserialize(example, type)!;
        if (value is IContractObject checkable)
            Assert.Empty(ContractValidator.Validate(checkable));
        var written = JsonSerializer.Serialize(value, type);
        using var expected = JsonDocument.Parse(example);
        using var actual = JsonDocument.Parse(written);
        Assert.True(JsonElement.DeepEquals(expected.RootElement, actual.RootElement), $"It became {written}");
    }
}
