using System.Text;

namespace DiscountCard.Analyzers.Tests.Flow;

/// <summary>The types and the class around random programs of values: it answers at random what they ask for, runs them, and checks what they send.</summary>
internal static class RandomValuesSource
{
    public static string Write(string[] programs) => RandomSource.AppendPrograms(new StringBuilder($$"""
        #nullable enable
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using DiscountCard.Runtime;

        {{Types}}

        public static class C
        {
            private static Random s_random = new(0);
            private static readonly List<Order> s_sent = [];
            private static Order s_order = new();
            private static string s_text = "a";
            private static int s_number;
            private static Item s_item = new();
            private static List<Item> s_items = [];
            private static Line s_line = new();
            private static bool B() => s_random.Next(2) == 0;
            private static int N() => s_random.Next(-1, 8);
            private static string T() => s_random.Next(6) switch { 0 => "", 1 => "a", 2 => "b", 3 => "ab", 4 => "abc", _ => "abcd" };
            private static string? M() => B() ? null : T();
            private static string Twice(string text) => text + text;
            private static int Half(int number) => number / 2;
            private static Item Named(Item item, string key) => item with { Key = key };
            public static void Touch(ref string text) => text = B() ? T() : text;
            public static void Touch(ref int number) => number = B() ? N() : number;
            public static void Touch(Line line) => line.Key = B() ? T() : line.Key;
            public static void TouchAll()
            {
                (s_text, s_number, s_item, s_order) = (T(), N(), new Item { Key = M(), Value = N() }, Completed(s_order));
                s_line.Key = M();
                if (B()) s_items.Clear(); else s_items.Add(s_item);
                if (B()) s_items = [];
            }

            private static void Hand(Order order) => Send(order);
            public static void Send(Order order) => s_sent.Add(order);
            public static Order Completed(Order order) => B() ? order : order with
            {
                Name = order.Name ?? (order.Alias is null ? "a" : null),
                Number = order.Number ?? (order.Items is null && order.Tags is null ? 1 : null),
                Map = order.Map ?? [],
            };
            public static void Complete(ref Order order) => order = Completed(order);

            public static int Run(int seed, Action make)
            {
                s_random = new Random(seed);
                (s_text, s_number, s_item, s_items, s_line, s_order) = ("a", 1, new Item { Key = "a" }, [], new Line(), new Order());
                s_sent.Clear();
                Start();
                try { make(); } catch (Exception) { /* A program that throws is an outcome like any other. */ }
                return IsStopped || s_sent.Count == 0 ? -1 : s_sent.TrueForAll(order => order.IsSound()) ? 0 : 1;
            }

        """), programs).ToString();

    private const string Types = """
        [ExactlyOneOf("Name", "Alias")]
        [AtLeastOneOf("Items", "Tags", "Number", MinItems = 1)]
        [DependentRequired("Maybe", "Map")]
        public sealed record Order
        {
            [TextLength(Min = 1, Max = 3), TextPattern("^[a-c]*$")] public string? Name { get; init; }
            [TextLength(Max = 2)] public string? Alias { get; init; }
            [NumberRange(Min = "0", Max = "6", MultipleOf = "1")] public int? Number { get; init; }
            [NumberRange(Min = "0", Max = "5", ExclusiveMax = true)] public int? Maybe { get; init; }
            [ItemCount(Min = 1, Max = 3)] public List<Item>? Items { get; init; }
            [ItemCount(Max = 3)] public List<Line>? Lines { get; init; }
            [MapSize(Max = 2)] public Dictionary<string, int>? Map { get; init; }
            [UniqueItems, TextLength(Max = 3)] public List<string>? Tags { get; init; }
            [UniqueItems, NumberRange(Max = "7")] public List<int>? Numbers { get; init; }
            public Mode? Mode { get; init; }

            public bool IsSound() =>
                Name is null or { Length: >= 1 and <= 3 } && (Name ?? "").All(letter => letter is >= 'a' and <= 'c')
                && Alias is null or { Length: <= 2 } && (Name is null) != (Alias is null)
                && Number is null or (>= 0 and <= 6) && Maybe is null or (>= 0 and < 5) && (Maybe is null || Map is not null)
                && Items is null or { Count: >= 1 and <= 3 } && HasNoTwins(Items?.Select(item => item.Key))
                && Lines is null or { Count: <= 3 } && HasNoTwins(Lines?.Select(line => line.Key))
                && Map is null or { Count: <= 2 } && (Tags ?? []).All(tag => tag.Length <= 3) && HasNoTwins(Tags)
                && (Numbers ?? []).All(number => number <= 7) && (Numbers ?? []).Distinct().Count() == (Numbers ?? []).Count
                && (Mode is null || Mode.Value.Value is "A" or "B") && (Number is not null || Items is { Count: > 0 } || Tags is { Count: > 0 });

            private static bool HasNoTwins(IEnumerable<string?>? keys) => (keys ?? []).Where(key => key is not null).GroupBy(key => key).All(group => group.Count() == 1);
        }

        public sealed record Item
        {
            [IdempotencyKey] public string? Key { get; init; }
            public int Value { get; init; }
        }

        public sealed class Line
        {
            [IdempotencyKey] public string? Key { get; set; }
        }

        [KnownValues("A", "B")]
        public readonly record struct Mode(string? Value)
        {
            public static Mode A { get; } = new("A");
            public static Mode B { get; } = new("B");
        }
        """;
}
