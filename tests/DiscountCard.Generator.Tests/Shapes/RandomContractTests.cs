using System.Text.Json;

namespace DiscountCard.Generator.Tests;

/// <summary>What holds of every contract and every value, not only of those that somebody wrote.</summary>
[Trait("Compiler", "Any")]
public class RandomContractTests
{
    [Fact]
    public void What_was_read_is_written_as_it_came() =>
        RandomSchema.Objects.SelectMany(schema => schema.Values.Array[5].Select(values => (schema.Yaml, Values: values))).Array[20].Sample(schemas =>
        {
            var assembly = ContractDriver.Generate(Contract.Schemas(string.Join('\n', schemas.Select((schema, i) => $"Root{i}: {schema.Yaml}")))).Load();
            for (var i = 0; i < schemas.Length; i++)
            {
                var type = assembly.GetType($"Shop.Root{i}", throwOnError: true)!;
                Assert.All(schemas[i].Values, json => IsCarried(json, type));
            }
        }, iter: 3, threads: 1);

    private static void IsCarried(string json, Type type)
    {
        var written = JsonSerializer.Serialize(JsonSerializer.Deserialize(json, type), type);
        using var expected = JsonDocument.Parse(json);
        using var actual = JsonDocument.Parse(written);
        Assert.True(JsonElement.DeepEquals(expected.RootElement, actual.RootElement), $"{json}\nbecame {written}");
    }
}
