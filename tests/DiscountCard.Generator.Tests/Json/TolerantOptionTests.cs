using System.Text.Json;
using System.Text.Json.Serialization;
using DiscountCard.Runtime;

namespace DiscountCard.Generator.Tests;

/// <summary>Numbers that arrive as texts and texts that arrive as numbers, where the options allow it and the contract does not say so.</summary>
public class TolerantOptionTests
{
    private const string Objective = """{"objective_serial_no":1.50,"objective_id":"2","count":"3.0","performance_time":"2015-05-20T13:29:35Z","performance_description":"d","performance_type":7}""";

    private const string UserPaid = """{"openid":1,"card_id":"c","card_template_id":"t","out_card_code":"o","appid":"a","mchid":1230000109,"state":"FINISHED","total_amount":"30","pay_information":{"pay_amount":"20.0","pay_state":"PAYED"} }""";

    private static readonly DiscountCardJsonContext s_tolerant = new(new JsonSerializerOptions { NumberHandling = JsonNumberHandling.AllowReadingFromString });

    [Fact]
    public void Both_directions_are_taken_at_any_depth()
    {
        var request = JsonSerializer.Deserialize($$"""{"objectives":[{{Objective}}]}""", s_tolerant.UpdateOrderRequest)!;

        var objective = Assert.Single(request.Objectives!);
        Assert.Equal(("1.50", 2L, 3L, "7"), (objective.ObjectiveSerialNo, objective.ObjectiveId, objective.Count, objective.PerformanceType.Value));
    }

    [Fact]
    public void What_has_another_wrong_kind_is_refused_all_the_same()
    {
        var error = Assert.ThrowsAny<JsonException>(() => JsonSerializer.Deserialize($$"""{"objectives":[{{Objective.Replace("\"2\"", "true", StringComparison.Ordinal)}}]}""", s_tolerant.UpdateOrderRequest));
        Assert.Equal("$.objectives[0].objective_id", error.Path);
    }

    [Fact]
    public void An_enumeration_at_the_root_is_taken_as_well() =>
        Assert.Equal("7", JsonSerializer.Deserialize("7", s_tolerant.RewardType).Value);

    [Fact]
    public void The_options_of_one_reading_do_not_reach_into_the_next()
    {
        Assert.ThrowsAny<JsonException>(() => JsonSerializer.Deserialize("{", s_tolerant.UpdateOrderRequest));
        Assert.ThrowsAny<JsonException>(() => JsonSerializer.Deserialize("7", DiscountCardJsonContext.Default.RewardType));
    }

    [Fact]
    public void A_strict_reading_inside_a_tolerant_one_stays_strict() => Assert.ThrowsAny<JsonException>(() =>
    {
        var reader = new Utf8JsonReader("7"u8);
        reader.Read();
        JsonWire.ReadRoot(ref reader, s_tolerant.Options, static (ref Utf8JsonReader inner) => JsonSerializer.Deserialize(ref inner, DiscountCardJsonContext.Default.RewardType));
    });

    [Fact]
    public void The_option_is_off_by_default() =>
        Assert.ThrowsAny<JsonException>(() => JsonSerializer.Deserialize($$"""{"objectives":[{{Objective}}]}""", DiscountCardJsonContext.Default.UpdateOrderRequest));

    [Fact]
    public void A_client_may_be_given_a_context()
    {
        using var http = new HttpClient();
        Assert.Same(DiscountCardJsonContext.Default, new DiscountCardClient(http).Json);
        Assert.Same(s_tolerant, new DiscountCardClient(http) { Json = s_tolerant }.Json);
    }

    [Fact]
    public void A_notification_may_be_read_with_a_context()
    {
        var tolerant = DiscountCardEvents.UserPaid.With(s_tolerant);
        var resource = JsonSerializer.Deserialize(UserPaid, tolerant.Resource)!;

        Assert.Equal(DiscountCardEvents.UserPaid.EventType, tolerant.EventType);
        Assert.Equal(("1", "1230000109", 30L, 20L), (resource.Openid, resource.Mchid, resource.TotalAmount, resource.PayInformation.PayAmount));
        Assert.ThrowsAny<JsonException>(() => JsonSerializer.Deserialize(UserPaid, DiscountCardEvents.UserPaid.Resource));
        Assert.Throws<ArgumentException>("json", () => DiscountCardEvents.UserPaid.With(new Encrypted.EncryptedJsonContext()));
    }
}
