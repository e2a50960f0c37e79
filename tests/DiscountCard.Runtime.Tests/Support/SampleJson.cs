using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace DiscountCard.Runtime.Tests;

/// <summary>The JSON of the sample contract, in direct converters.</summary>
internal static class SampleJson
{
    private static readonly JsonSerializerOptions s_options = new(JsonWire.CreateOptions()) { TypeInfoResolver = JsonTypeInfoResolver.Combine() };
    private static readonly JsonEncodedText s_serialNo = JsonWire.Name("serial_no");
    private static readonly JsonEncodedText s_count = JsonWire.Name("count");
    private static readonly JsonEncodedText s_time = JsonWire.Name("time");
    private static readonly JsonEncodedText s_kind = JsonWire.Name("kind");
    private static readonly JsonEncodedText s_remark = JsonWire.Name("remark");

    public static JsonTypeInfo<SampleRequest> Request { get; } = Info(new RequestConverter());

    public static JsonTypeInfo<SampleItem> Item { get; } = Info(new ItemConverter());

    public static JsonTypeInfo<SampleResponse> Response { get; } = Info(new ResponseConverter());

    public static JsonTypeInfo<T> Info<T>(JsonConverter<T> converter) => JsonMetadataServices.CreateValueInfo<T>(s_options, converter);

    private static SampleItem ReadItem(ref Utf8JsonReader reader)
    {
        JsonWire.StartObject(ref reader);
        string? serialNo = null, remark = null;
        long count = 0;
        DateTimeOffset time = default;
        SampleKind kind = default;
        ulong seen = 0;
        while (JsonWire.NextMember(ref reader))
        {
            switch (reader.GetString())
            {
                case "serial_no":
                    JsonWire.Value(ref reader, ref seen, 0, "serial_no");
                    serialNo = JsonWire.ReadString(ref reader, "serial_no");
                    break;
                case "count":
                    JsonWire.Value(ref reader, ref seen, 1, "count");
                    count = JsonWire.ReadInt64(ref reader, "count");
                    break;
                case "time":
                    JsonWire.Value(ref reader, ref seen, 2, "time");
                    time = JsonWire.ReadDateTime(ref reader, "time");
                    break;
                case "kind":
                    JsonWire.Value(ref reader, ref seen, 3, "kind");
                    kind = new SampleKind(JsonWire.ReadString(ref reader, "kind"));
                    break;
                case "remark":
                    JsonWire.Value(ref reader, ref seen, 4, "remark");
                    remark = JsonWire.IsNull(ref reader) ? null : JsonWire.ReadString(ref reader, "remark");
                    break;
                default:
                    JsonWire.SkipMember(ref reader);
                    break;
            }
        }
        string[] required = ["serial_no", "count", "time", "kind"];
        for (var i = 0; i < required.Length; i++)
            JsonWire.Required(seen, i, required[i]);
        return new SampleItem { SerialNo = serialNo!, Count = count, Time = time, Kind = kind, Remark = remark };
    }

    public static void WriteItem(Utf8JsonWriter writer, SampleItem item)
    {
        writer.WriteStartObject();
        writer.WritePropertyName(s_serialNo);
        JsonWire.WriteString(writer, item.SerialNo);
        writer.WritePropertyName(s_count);
        JsonWire.WriteInt64(writer, item.Count);
        writer.WritePropertyName(s_time);
        JsonWire.WriteDateTime(writer, item.Time);
        writer.WritePropertyName(s_kind);
        JsonWire.WriteEnum(writer, item.Kind);
        if (item.Remark is not null)
        {
            writer.WritePropertyName(s_remark);
            JsonWire.WriteString(writer, item.Remark);
        }
        writer.WriteEndObject();
    }

    private static void WriteItems(Utf8JsonWriter writer, string member, ValueList<SampleItem>? items)
    {
        if (items is null)
            return;
        writer.WritePropertyName(member);
        JsonWire.WriteList(writer, items, WriteItem);
    }

    private sealed class ItemConverter : JsonConverter<SampleItem>
    {
        public override SampleItem Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => ReadItem(ref reader);

        public override void Write(Utf8JsonWriter writer, SampleItem value, JsonSerializerOptions options) => WriteItem(writer, value);
    }

    private sealed class RequestConverter : JsonConverter<SampleRequest>
    {
        public override SampleRequest Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            JsonWire.StartObject(ref reader);
            ValueList<SampleItem>? objectives = null, rewards = null;
            ulong seen = 0;
            while (JsonWire.NextMember(ref reader))
            {
                switch (reader.GetString())
                {
                    case "objectives":
                        JsonWire.Value(ref reader, ref seen, 0, "objectives");
                        objectives = JsonWire.ReadList(ref reader, "objectives", ReadItem);
                        break;
                    case "rewards":
                        JsonWire.Value(ref reader, ref seen, 1, "rewards");
                        rewards = JsonWire.ReadList(ref reader, "rewards", ReadItem);
                        break;
                    default:
                        JsonWire.SkipMember(ref reader);
                        break;
                }
            }
            return new SampleRequest { Objectives = objectives, Rewards = rewards };
        }

        public override void Write(Utf8JsonWriter writer, SampleRequest value, JsonSerializerOptions options)
        {
            writer.WriteStartObject();
            WriteItems(writer, "objectives", value.Objectives);
            WriteItems(writer, "rewards", value.Rewards);
            writer.WriteEndObject();
        }
    }

    private sealed class ResponseConverter : JsonConverter<SampleResponse>
    {
        public override SampleResponse Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            JsonWire.StartObject(ref reader);
            string? outOrderNo = null, orderId = null;
            ValueList<SampleItem>? items = null;
            ulong seen = 0;
            while (JsonWire.NextMember(ref reader))
            {
                switch (reader.GetString())
                {
                    case "out_order_no":
                        JsonWire.Value(ref reader, ref seen, 0, "out_order_no");
                        outOrderNo = JsonWire.ReadString(ref reader, "out_order_no");
                        break;
                    case "order_id":
                        JsonWire.Value(ref reader, ref seen, 1, "order_id");
                        orderId = JsonWire.ReadString(ref reader, "order_id");
                        break;
                    case "items":
                        JsonWire.Value(ref reader, ref seen, 2, "items");
                        items = JsonWire.ReadList(ref reader, "items", ReadItem);
                        break;
                    default:
                        JsonWire.SkipMember(ref reader);
                        break;
                }
            }
            JsonWire.Required(seen, 0, "out_order_no");
            JsonWire.Required(seen, 1, "order_id");
            return new SampleResponse { OutOrderNo = outOrderNo!, OrderId = orderId!, Items = items };
        }

        public override void Write(Utf8JsonWriter writer, SampleResponse value, JsonSerializerOptions options) => throw new NotSupportedException("Answers are read.");
    }
}
