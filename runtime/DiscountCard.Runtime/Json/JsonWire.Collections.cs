using System.Text.Json;

namespace DiscountCard.Runtime;

public static partial class JsonWire
{
    /// <summary>Reads an object, and puts the member's name before the path of an error in it.</summary>
    /// <param name="reader">At the value.</param>
    /// <param name="member">The member's JSON name; null for an item of a list.</param>
    /// <param name="read">Reads the object.</param>
    /// <typeparam name="T">The type of the object.</typeparam>
    /// <exception cref="JsonException">It does not fit the contract.</exception>
    public static T ReadObject<T>(ref Utf8JsonReader reader, string? member, Reader<T> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        try
        {
            return read(ref reader);
        }
        catch (JsonException error)
        {
            throw ContractJsonException.Within(error, member);
        }
    }

    /// <summary>Reads a list, and puts the member's name and the item's position before the path of an error in it.</summary>
    /// <param name="reader">At the value.</param>
    /// <param name="member">The member's JSON name; null for an item of a list.</param>
    /// <param name="read">Reads an item.</param>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <exception cref="JsonException">It does not fit the contract.</exception>
    public static ValueList<T> ReadList<T>(ref Utf8JsonReader reader, string? member, Reader<T> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        if (reader.TokenType != JsonTokenType.StartArray)
            throw Unexpected(ref reader, member, "a list");
        var items = new List<T>();
        try
        {
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                items.Add(read(ref reader));
        }
        catch (JsonException error)
        {
            throw ContractJsonException.WithinItem(error, member, items.Count);
        }
        return items;
    }

    /// <summary>Reads a map, and puts the member's name and the key before the path of an error in it.</summary>
    /// <param name="reader">At the value.</param>
    /// <param name="member">The member's JSON name; null for an item of a list.</param>
    /// <param name="read">Reads a value.</param>
    /// <typeparam name="T">The type of the values.</typeparam>
    /// <exception cref="JsonException">It does not fit the contract, or a key stands twice.</exception>
    public static ValueMap<T> ReadMap<T>(ref Utf8JsonReader reader, string? member, Reader<T> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        if (reader.TokenType != JsonTokenType.StartObject)
            throw Unexpected(ref reader, member, "an object");
        var map = new ValueMap<T>.Builder();
        string? key = null;
        try
        {
            for (; NextMember(ref reader); key = null)
            {
                key = Key(ref reader);
                reader.Read();
                if (!map.TryAdd(key, read(ref reader)))
                    throw ContractJsonException.Create("The member stands twice.", null);
            }
        }
        catch (JsonException error)
        {
            throw key is null ? ContractJsonException.Within(error, member) : ContractJsonException.WithinEntry(error, member, key);
        }
        return map.ToMap();
    }

    /// <summary>Writes a list.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="items">The list.</param>
    /// <param name="write">Writes an item.</param>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <exception cref="InvalidOperationException">The list or an item is null: APIv3 refuses null, so none is written.</exception>
    public static void WriteList<T>(Utf8JsonWriter writer, ValueList<T> items, Writer<T> write)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(write);
        writer.WriteStartArray();
        foreach (var item in items ?? throw new ContractWriteException("A required list is null. Give it a value; Validate() names every such member."))
            write(writer, item is null ? throw new ContractWriteException("A list holds null. Remove it; Validate() names its position.") : item);
        writer.WriteEndArray();
    }

    /// <summary>Writes a map, in the order in which its entries were given.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="map">The map.</param>
    /// <param name="write">Writes a value.</param>
    /// <typeparam name="T">The type of the values.</typeparam>
    /// <exception cref="InvalidOperationException">
    /// The map or a value is null: APIv3 refuses null, so none is written. Or a key holds half a surrogate pair.
    /// </exception>
    public static void WriteMap<T>(Utf8JsonWriter writer, ValueMap<T> map, Writer<T> write)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(write);
        writer.WriteStartObject();
        WriteEntries(writer, map ?? throw new ContractWriteException("A required map is null. Give it a value; Validate() names every such member."), write);
        writer.WriteEndObject();
    }

    /// <summary>Reads a member that the contract does not name, and keeps it. One that is null counts as absent.</summary>
    /// <param name="reader">At the member's name; at the last token of its value afterwards.</param>
    /// <param name="others">What was kept so far; null while there is nothing.</param>
    /// <param name="read">Reads a value.</param>
    /// <typeparam name="T">The type of the values.</typeparam>
    /// <exception cref="JsonException">The value does not fit the contract, or the member stands twice.</exception>
    public static void ReadAdditional<T>(ref Utf8JsonReader reader, ref Dictionary<string, T>? others, Reader<T> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        var key = Key(ref reader);
        reader.Read();
        if (reader.TokenType == JsonTokenType.Null)
            return;
        others ??= new(StringComparer.Ordinal);
        if (!others.TryAdd(key, ReadObject(ref reader, key, read)))
            throw ContractJsonException.Create("The member stands twice.", key);
    }

    /// <summary>Writes the members that the contract does not name, into the object that holds them.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="others">The members.</param>
    /// <param name="known">The names that the contract does name, of which none may stand there a second time.</param>
    /// <param name="write">Writes a value.</param>
    /// <typeparam name="T">The type of the values.</typeparam>
    /// <exception cref="InvalidOperationException">A name is one of those that the contract names, or a value cannot be written.</exception>
    public static void WriteAdditional<T>(Utf8JsonWriter writer, ValueMap<T> others, ReadOnlySpan<string> known, Writer<T> write)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(others);
        ArgumentNullException.ThrowIfNull(write);
        foreach (var name in known)
        {
            if (others.ContainsKey(name))
                throw new ContractWriteException($"\"{name}\" stands among the members that the contract does not name, but it names it. Set its own property.");
        }
        WriteEntries(writer, others, write);
    }

    private static void WriteEntries<T>(Utf8JsonWriter writer, ValueMap<T> map, Writer<T> write)
    {
        foreach (var (key, value) in map)
        {
            writer.WritePropertyName(Unicode(key));
            write(writer, value is null ? throw new ContractWriteException("A map holds null. Remove it; Validate() names its key.") : value);
        }
    }

    private static string Key(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException error)
        {
            throw ContractJsonException.Create("A member's name is no Unicode: it holds half a surrogate pair, or bytes that are no UTF-8.", null, error);
        }
    }
}
