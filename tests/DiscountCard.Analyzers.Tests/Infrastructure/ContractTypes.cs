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
                [IdempotencyKey]
                public required string ObjectiveSerialNo { get; init; }
                public required long ObjectiveId { get; init; }
                public required DateTimeOffset PerformanceTime { get; init; }
                public string? Remark { get; init; }
            }

            public sealed partial record Reward;

            /// <summary>Has a member for every other limit.</summary>
            public sealed partial record Detail
            {
                [TextLength(Min = 2, Max = 4)]
                public string? Code { get; init; }

                [TextLength(Max = 6, Unit = LengthUnit.Bytes)]
                public string? Title { get; init; }

                [NumberRange(Min = "0", ExclusiveMin = true, Max = "100")]
                public long Amount { get; init; } = 1;

                [NumberRange(Min = "-0.5", MultipleOf = "2")]
                public int? Count { get; init; }

                [TextPattern("^[a-z]+$", Pointer = "discount-card.yaml#/pattern")]
                public string? Name { get; init; }

                public PerformanceType Type { get; init; } = PerformanceType.Increase;

                public PerformanceType? Other { get; init; }

                [ItemCount(Max = 3)]
                [TextLength(Min = 1, Max = 2)]
                [TextPattern("^([a-z]|😀)*$")]
                public ValueList<string>? Tags { get; init; }

                [NumberRange(Min = "1", Max = "9")]
                public System.Collections.Generic.IReadOnlyList<int>? Sizes { get; init; }

                public ValueList<PerformanceType>? Types { get; init; }
            }

            [KnownValues("INCREASE", "DECREASE")]
            public readonly partial struct PerformanceType : IEquatable<PerformanceType>
            {
                private readonly string? _value;
                public PerformanceType(string value) => _value = value;
                public static PerformanceType Increase { get; } = new("INCREASE");
                public static PerformanceType Decrease { get; } = new("DECREASE");
                public string Value => _value ?? "";
                public bool Equals(PerformanceType other) => Value == other.Value;
                public override bool Equals(object? obj) => obj is PerformanceType other && Equals(other);
                public override int GetHashCode() => Value.GetHashCode();
                public static bool operator ==(PerformanceType left, PerformanceType right) => left.Equals(right);
                public static bool operator !=(PerformanceType left, PerformanceType right) => !left.Equals(right);
            }

            public sealed partial class Client
            {
                public System.Threading.Tasks.Task Send([TextLength(Min = 1, Max = 8)] string outOrderNo, UpdateOrderRequest? request = null, [NumberRange(Min = "1")] int page = 1, [ItemCount(Max = 2)] int[]? pages = null) => System.Threading.Tasks.Task.CompletedTask;
            }

            /// <summary>Holds requests.</summary>
            public sealed partial record Several
            {
                [ItemCount(Max = 9)]
                public ValueList<UpdateOrderRequest>? Requests { get; init; }
            }

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

            /// <summary>Has a member for each limit of maps, unique lists and constants.</summary>
            public sealed partial record Extra
            {
                [MapSize(Min = 1, Max = 2)]
                public ValueMap<long>? Map { get; init; }

                [UniqueItems]
                public ValueList<string>? Tags { get; init; }

                [UniqueItems]
                public ValueList<Level>? Levels { get; init; }

                [UniqueItems]
                public ValueList<Objective>? Objectives { get; init; }

                [ConstValue("CNY")]
                public string? Currency { get; init; }

                [ConstValue("3")]
                public int? Version { get; init; }

                [ConstValue("true")]
                public bool? Agreed { get; init; }

                public Level? Level { get; init; }
            }

            [KnownValues("1", "2")]
            public enum Level : long { Low = 1, High = 2 }

            /// <summary>Takes exactly one of two numbers, and a reason only together with a remark.</summary>
            [ExactlyOneOf(nameof(TransactionId), nameof(OutTradeNo))]
            [DependentRequired(nameof(Reason), nameof(Remark))]
            public sealed partial record Refund
            {
                public string? TransactionId { get; init; }
                public string? OutTradeNo { get; init; }
                public string? Reason { get; init; }
                public string? Remark { get; init; }
            }

            /// <summary>Is reached by mail, or by a number with its country.</summary>
            [AtLeastOneOf(nameof(Mail), nameof(Country) + ", " + nameof(Number))]
            public sealed partial record Addressee
            {
                public string? Mail { get; init; }
                public string? Country { get; init; }
                public string? Number { get; init; }
            }

            /// <summary>Is paid to a card, or to a bank with an account, not both.</summary>
            [ExactlyOneOf(nameof(Card), nameof(Bank) + ", " + nameof(Account))]
            public sealed partial record Beneficiary
            {
                public string? Card { get; init; }
                public string? Bank { get; init; }
                public string? Account { get; init; }
            }

            public static class Api
            {
                public static void Send(Addressee request) { }
                public static void Send(Beneficiary request) { }
                public static void Send(Extra request) { }
                public static void Send(Refund request) { }
                public static void Send(UpdateOrderRequest request) { }
                [ThreadStatic] public static Batch? Last;
                public static void Send(Batch request) => Last = request;
                public static void Send(Query request) { }
                public static void Send(Detail request) { }
                public static void Use(object? value) { }
            }
        }
        """;
}
