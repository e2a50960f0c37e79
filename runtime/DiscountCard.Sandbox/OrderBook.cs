namespace DiscountCard.Sandbox;

/// <summary>The orders, and what updates did to them.</summary>
internal sealed class OrderBook(IReadOnlyDictionary<string, string> orders)
{
    private readonly Dictionary<string, SandboxOrder> _orders = orders.ToDictionary(
        order => order.Key,
        order => new SandboxOrder(order.Key, order.Value, [], []),
        StringComparer.Ordinal);

    public SandboxOrder? Find(string outOrderNo)
    {
        lock (_orders)
            return _orders.GetValueOrDefault(outOrderNo);
    }

    /// <summary>Adds what is new. A serial number that was used before is passed over, and the update succeeds all the same.</summary>
    public SandboxOrder? Update(string outOrderNo, OrderUpdate update)
    {
        lock (_orders)
        {
            if (!_orders.TryGetValue(outOrderNo, out var order))
                return null;
            return _orders[outOrderNo] = order with { Objectives = Add(order.Objectives, update.Objectives), Rewards = Add(order.Rewards, update.Rewards) };
        }
    }

    private static List<SandboxEntry> Add(IReadOnlyList<SandboxEntry> known, IEnumerable<SandboxEntry> more) =>
        [.. known.Concat(more).DistinctBy(entry => entry.SerialNo, StringComparer.Ordinal)];
}

/// <summary>What an update asks for.</summary>
internal sealed record OrderUpdate(IReadOnlyList<SandboxEntry> Objectives, IReadOnlyList<SandboxEntry> Rewards);

/// <summary>An order as it stands.</summary>
/// <param name="OutOrderNo">The merchant's number.</param>
/// <param name="OrderId">WeChat Pay's number.</param>
/// <param name="Objectives">The objectives that took effect, each serial number once.</param>
/// <param name="Rewards">The rewards that took effect, each serial number once.</param>
public sealed record SandboxOrder(string OutOrderNo, string OrderId, IReadOnlyList<SandboxEntry> Objectives, IReadOnlyList<SandboxEntry> Rewards);

/// <summary>An objective or a reward that took effect.</summary>
/// <param name="SerialNo">Its serial number.</param>
/// <param name="Id">The id of the objective or reward.</param>
/// <param name="Count">By how much: above 0 for <c>INCREASE</c>, below for <c>DECREASE</c>.</param>
/// <param name="Amount">The amount in 分; 0 for an objective.</param>
public sealed record SandboxEntry(string SerialNo, long Id, long Count, long Amount);
