using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace DiscountCard.Runtime;

/// <summary>
/// Compares items by what is sent, where their types do not: an address without its fragment is another one, and so is the text of a
/// time with another offset.
/// </summary>
internal static class SentItemComparer
{
    /// <summary>The comparer of a type that needs one of ours; null for any other.</summary>
    public static IEqualityComparer<T>? Find<T>() =>
        typeof(T) == typeof(JsonElement) ? (IEqualityComparer<T>)(object)JsonElementComparer.Instance
        : typeof(T) == typeof(Uri) ? (IEqualityComparer<T>)(object)new OfUri()
        : typeof(T) == typeof(DateTimeOffset) ? (IEqualityComparer<T>)(object)new OfTime()
        : null;

    private sealed class OfUri : IEqualityComparer<Uri>
    {
        public bool Equals(Uri? x, Uri? y) => string.Equals(x?.OriginalString, y?.OriginalString, StringComparison.Ordinal);

        public int GetHashCode([DisallowNull] Uri obj) => obj.OriginalString.GetHashCode(StringComparison.Ordinal);
    }

    private sealed class OfTime : IEqualityComparer<DateTimeOffset>
    {
        public bool Equals(DateTimeOffset x, DateTimeOffset y) => Milliseconds(x) == Milliseconds(y) && x.Offset == y.Offset;

        public int GetHashCode(DateTimeOffset obj) => Milliseconds(obj).GetHashCode();

        // A time is written with milliseconds; what is shorter is cut.
        private static long Milliseconds(DateTimeOffset time) => time.Ticks / TimeSpan.TicksPerMillisecond;
    }
}
