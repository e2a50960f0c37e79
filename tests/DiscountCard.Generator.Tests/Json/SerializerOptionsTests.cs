using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using DiscountCard.Runtime;

namespace DiscountCard.Generator.Tests;

/// <summary>The generated converters in other hands than the generated context's: options, resolvers and reflection of a program's own.</summary>
public class SerializerOptionsTests
{
    [Fact]
    public void Indentation_of_ones_own_takes_effect()
    {
        var context = new DiscountCardJsonContext(new JsonSerializerOptions { WriteIndented = true, NewLine = "\n", Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        Assert.Equal(SeedExample.RequestText.ReplaceLineEndings("\n"), JsonSerializer.Serialize(SeedExample.Request, context.UpdateOrderRequest));
    }

    [Fact]
    public void The_default_encoder_escapes_what_is_not_ASCII()
    {
        var context = new DiscountCardJsonContext(new JsonSerializerOptions());
        var text = JsonSerializer.Serialize(SeedExample.Request, context.UpdateOrderRequest);

        Assert.True(Ascii.IsValid(text));
        Assert.Contains("""performance_time":"2015-05-20T13:29:35.120+08:00""", text, StringComparison.Ordinal);
        Assert.Equal(SeedExample.Request, JsonSerializer.Deserialize(text, DiscountCardJsonContext.Default.UpdateOrderRequest));
    }

    [Fact]
    public void Names_stay_the_contracts_whatever_the_naming_policy()
    {
        var context = new DiscountCardJsonContext(new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.KebabCaseUpper,
            PropertyNameCaseInsensitive = true,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        });
        Assert.Equal("""{"out_order_no":"1","order_id":"2"}""", JsonSerializer.Serialize(new() { OutOrderNo = "1", OrderId = "2" }, context.UpdateOrderResponse));
    }

    // WeChat Pay refuses a number that comes as a text: the option, meant for other types, must not send one.
    [Theory]
    [InlineData(JsonNumberHandling.WriteAsString)]
    [InlineData(JsonNumberHandling.WriteAsString | JsonNumberHandling.AllowReadingFromString)]
    [InlineData(JsonNumberHandling.AllowNamedFloatingPointLiterals)]
    public void A_number_stays_a_number_whatever_the_number_handling(JsonNumberHandling handling)
    {
        var options = JsonWire.CreateOptions();
        options.NumberHandling = handling;
        Assert.Equal(SeedExample.RequestWire, JsonSerializer.Serialize(SeedExample.Request, new DiscountCardJsonContext(options).UpdateOrderRequest));
    }

    [Fact]
    public void Reflection_finds_the_converters_by_their_attributes()
    {
        var wrapped = new Wrapper { Request = SeedExample.Request, Type = RewardType.Decrease, Types = [RewardType.Increase] };
        var options = new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        var text = JsonSerializer.Serialize(wrapped, options);

        Assert.Equal($$"""{"Request":{{SeedExample.RequestWire}},"Type":"DECREASE","Types":["INCREASE"]}""", text);
        var read = JsonSerializer.Deserialize<Wrapper>(text, options)!;
        Assert.Equal(wrapped.Request, read.Request);
        Assert.Equal(wrapped.Type, read.Type);
        Assert.Equal(wrapped.Types, read.Types);
    }

    [Fact]
    public void The_context_combines_with_another_resolver()
    {
        var options = new JsonSerializerOptions { TypeInfoResolver = JsonTypeInfoResolver.Combine(DiscountCardJsonContext.Default, OtherJsonContext.Default) };

        Assert.Equal("""{"out_order_no":"1","order_id":"2"}""", JsonSerializer.Serialize(new UpdateOrderResponse { OutOrderNo = "1", OrderId = "2" }, options));
        Assert.Equal("""{"Number":5}""", JsonSerializer.Serialize(new Other(5), options));
    }

    [Fact]
    public void The_context_knows_the_contracts_types_and_no_others()
    {
        Assert.Null(DiscountCardJsonContext.Default.GetTypeInfo(typeof(string)));
        Assert.Null(DiscountCardJsonContext.Default.GetTypeInfo(typeof(List<Objective>)));
        foreach (var type in new[] { typeof(UpdateOrderRequest), typeof(Objective), typeof(Reward), typeof(UpdateOrderResponse), typeof(PerformanceType), typeof(RewardType) })
            Assert.Equal(type, DiscountCardJsonContext.Default.GetTypeInfo(type)!.Type);
    }

    [Fact]
    public void A_context_without_options_has_those_of_the_wire()
    {
        Assert.Equal(SeedExample.RequestWire, JsonSerializer.Serialize(SeedExample.Request, new DiscountCardJsonContext().UpdateOrderRequest));
        Assert.Same(DiscountCardJsonContext.Default.Objective, DiscountCardJsonContext.Default.GetTypeInfo(typeof(Objective)));
    }

    [Fact]
    public void The_default_context_is_closed_to_changes() =>
        Assert.Throws<InvalidOperationException>(() => DiscountCardJsonContext.Default.Options.WriteIndented = true);

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(4096)]
    public async Task A_stream_that_comes_in_pieces_reads_as_one_that_comes_whole(int bytesAtOnce)
    {
        var text = SeedExample.ResponseText.Replace("{", """{"unknown":{"a":[1,{"b":null}],"c":"购买"},"more":[[],{}],""", StringComparison.Ordinal);
        using var stream = new PiecewiseStream(Encoding.UTF8.GetBytes(text), bytesAtOnce);
        var options = new JsonSerializerOptions { DefaultBufferSize = 16 };

        Assert.Equal(SeedExample.Response, await JsonSerializer.DeserializeAsync(stream, new DiscountCardJsonContext(options).UpdateOrderResponse));
    }

    private sealed record Wrapper
    {
        public required UpdateOrderRequest Request { get; init; }
        public RewardType? Type { get; init; }
        public required List<RewardType> Types { get; init; }
    }

    private sealed class PiecewiseStream(byte[] bytes, int bytesAtOnce) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(buffer.Length, bytesAtOnce)], cancellationToken);
    }
}

internal sealed record Other(int Number);

[JsonSerializable(typeof(Other))]
internal sealed partial class OtherJsonContext : JsonSerializerContext;
