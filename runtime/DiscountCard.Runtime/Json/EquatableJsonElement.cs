using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace DiscountCard.Runtime;

/// <summary>
/// JSON of any kind that compares by what it says: <c>1</c> is <c>1.0</c>, and the order of members does not matter. A
/// <see cref="JsonElement"/> compares by the document that it was read from; generated records keep theirs in this type, so
/// that they have value equality.
/// </summary>
public readonly struct EquatableJsonElement : IEquatable<EquatableJsonElement>
{
    private readonly JsonElement _element;

    private EquatableJsonElement(JsonElement element) => _element = element;

    /// <summary>The JSON, to be compared by what it says.</summary>
    /// <param name="element">The JSON.</param>
    public static implicit operator EquatableJsonElement(JsonElement element) => new(element);

    /// <summary>The JSON as it was given.</summary>
    /// <param name="value">The value that holds it.</param>
    public static implicit operator JsonElement(EquatableJsonElement value) => value._element;

    /// <summary>Whether two say the same.</summary>
    public static bool operator ==(EquatableJsonElement left, EquatableJsonElement right) => left.Equals(right);

    /// <summary>Whether two say something else.</summary>
    public static bool operator !=(EquatableJsonElement left, EquatableJsonElement right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(EquatableJsonElement other) => JsonElementComparer.Instance.Equals(_element, other._element);

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => obj is EquatableJsonElement other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => JsonElementComparer.Instance.GetHashCode(_element);

    /// <summary>The JSON as text; nothing for one that was never set.</summary>
    public override string ToString() => _element.ToString();
}
