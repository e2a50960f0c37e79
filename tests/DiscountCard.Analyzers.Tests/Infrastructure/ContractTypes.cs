namespace DiscountCard.Analyzers.Tests;

/// <summary>Types as the generator writes them, for the sources under test.</summary>
internal static class ContractTypes
{
    public const string Source = """
        #nullable enable
        using System;
        using DiscountCard.Runtime;

        namespace DiscountCard
        {
            [AtLeastOneOf(nameof(Objectives), nameof(Rewards), MinItems = 1, Pointer = "discount-card.yaml#/components/schemas/UpdateOrderRequest/anyOf")]
            public sealed partial record UpdateOrderRequest
            {
                [ItemCount(Max = 5, Pointer = "discount-card.yaml#/components/schemas/UpdateOrderRequest/properties/objectives")]
                public ValueList<Objective>? Objectives { get; init; }

                [ItemCount(Max = 5, Pointer = "discount-card.yaml#/components/schemas/UpdateOrderRequest/properties/rewards")]
                public ValueList<Reward>? Rewards { get; init; }
            }

            public sealed partial record Objective
            {
                public required string ObjectiveSerialNo { get; init; }
                public required long ObjectiveId { get; init; }
                public required DateTimeOffset PerformanceTime { get; init; }
                public string? Remark { get; init; }
            }

            public sealed partial record Reward;

            /// <summary>Asks for two to three items, and has a list of another type.</summary>
            public sealed partial record Batch
            {
                [ItemCount(Min = 2, Max = 3)]
                public required ValueList<int> Numbers { get; init; }

                [ItemCount(Max = 2)]
                public System.Collections.Generic.IReadOnlyList<int>? Others { get; init; }
            }

            /// <summary>One of two texts is enough, and an empty one counts.</summary>
            [AtLeastOneOf(nameof(OrderId), nameof(OutOrderNo))]
            public sealed partial record Query
            {
                public string? OrderId { get; init; }
                public string? OutOrderNo { get; init; }
            }

            public static class Api
            {
                public static void Send(UpdateOrderRequest request) { }
                public static void Send(Batch request) { }
                public static void Send(Query request) { }
                public static void Use(object? value) { }
            }
        }
        """;
}
