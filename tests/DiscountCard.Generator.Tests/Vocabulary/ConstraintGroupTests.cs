using System.Reflection;
using System.Text;
using System.Text.Json;
using DiscountCard.Runtime;

namespace DiscountCard.Generator.Tests;

/// <summary>The constraints of JSON Schema agree with <c>Validate()</c> of the generated types.</summary>
public class ConstraintGroupTests
{
    private static readonly Lazy<Assembly> s_generated = new(() => ContractDriver.Generate(Contract()).Load());

    public static TheoryData<string> Groups => [.. ConstraintGroups.All.Select(g => g.Name)];

    [Theory]
    [MemberData(nameof(Groups))]
    public void Validate_agrees(string name)
    {
        var index = ConstraintGroups.All.ToList().FindIndex(g => g.Name == name);
        var group = ConstraintGroups.All[index];

        Assert.All(group.Valid, json => Assert.Empty(Validate(index, json)));
        Assert.All(group.Invalid, json => Assert.NotEmpty(Validate(index, json)));
        Assert.All(group.Unfit, json => Assert.ThrowsAny<JsonException>(() => Validate(index, json)));
    }

    [Theory]
    [MemberData(nameof(Groups))]
    public void What_was_read_is_written_again(string name)
    {
        var index = ConstraintGroups.All.ToList().FindIndex(g => g.Name == name);
        var group = ConstraintGroups.All[index];

        foreach (var json in group.Valid.Concat(group.Invalid).Select(value => $"{{\"x\":{value}}}"))
        {
            var written = JsonSerializer.Serialize(Read(index, json), Type(index));
            using var expected = JsonDocument.Parse(json);
            using var actual = JsonDocument.Parse(written);
            Assert.True(JsonElement.DeepEquals(expected.RootElement, actual.RootElement), $"{json} became {written}");
        }
    }

    private static string Contract()
    {
        var contract = new StringBuilder("openapi: 3.1.0\ninfo: { title: T, version: '1' }\ncomponents:\n  schemas:\n");
        for (var i = 0; i < ConstraintGroups.All.Count; i++)
            contract.Append("    Case").Append(i).Append(": { type: object, properties: { x: ").Append(ConstraintGroups.All[i].Schema).Append(" } }\n");
        return contract.ToString();
    }

    private static IReadOnlyList<Violation> Validate(int index, string json) =>
        ContractValidator.Validate((IContractObject)Read(index, $"{{\"x\":{json}}}"));

    private static object Read(int index, string json) => JsonSerializer.Deserialize(json, Type(index))!;

    private static Type Type(int index) => s_generated.Value.GetType($"Shop.Case{index}", throwOnError: true)!;
}
