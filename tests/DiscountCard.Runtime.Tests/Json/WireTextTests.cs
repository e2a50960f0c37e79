using System.Globalization;

namespace DiscountCard.Runtime.Tests;

/// <summary>A value in a URL or a header has the text that it has in JSON.</summary>
public class WireTextTests
{
    [Fact]
    public void Integers() => Gen.Select(Gen.Int, Gen.UInt, Gen.Long, Gen.ULong).Sample((small, smallUnsigned, large, largeUnsigned) =>
    {
        Assert.Equal(Wire.Write(small, JsonWire.WriteInt32), WireText.Of(small));
        Assert.Equal(Wire.Write(smallUnsigned, JsonWire.WriteUInt32), WireText.Of(smallUnsigned));
        Assert.Equal(Wire.Write(large, JsonWire.WriteInt64), WireText.Of(large));
        Assert.Equal(Wire.Write(largeUnsigned, JsonWire.WriteUInt64), WireText.Of(largeUnsigned));
    });

    [Fact]
    public void Numbers() => Gen.Select(Gen.Double.Where(double.IsFinite), Gen.Single.Where(float.IsFinite), Gen.Decimal).Sample((number, single, exact) =>
    {
        Assert.Equal(Wire.Write(number, JsonWire.WriteDouble), WireText.Of(number));
        Assert.Equal(Wire.Write(single, JsonWire.WriteSingle), WireText.Of(single));
        Assert.Equal(Wire.Write(exact, JsonWire.WriteDecimal), WireText.Of(exact));
    });

    [Fact]
    public void Times_dates_and_UUIDs() => Gen.Select(Gen.DateTimeOffset, Gen.Guid, Gen.Int[0, DateOnly.MaxValue.DayNumber]).Sample((time, uuid, day) =>
    {
        Assert.Equal(Wire.Write(time, JsonWire.WriteDateTime), Quoted(WireText.Of(time)));
        Assert.Equal(Wire.Write(uuid, JsonWire.WriteUuid), Quoted(WireText.Of(uuid)));
        Assert.Equal(Wire.Write(DateOnly.FromDayNumber(day), JsonWire.WriteDate), Quoted(WireText.Of(DateOnly.FromDayNumber(day))));
    });

    [Fact]
    public void The_rest()
    {
        Assert.Equal(("true", "false"), (WireText.Of(true), WireText.Of(false)));
        Assert.Equal("INCREASE", WireText.Of(SampleKind.Increase));
        Assert.Equal("", WireText.Of(default(SampleKind)));
        Assert.Equal("HTTPS://A/../b", WireText.Of(new Uri("HTTPS://A/../b")));
        Assert.Equal("AQID", WireText.Of((ValueList<byte>)[1, 2, 3]));
        Assert.Throws<ArgumentNullException>(() => WireText.Of((Uri)null!));
        Assert.Throws<ArgumentNullException>(() => WireText.Of((ValueList<byte>)null!));
    }

    [Fact]
    public void What_is_not_finite_is_left_to_the_checks() =>
        Assert.Equal(("NaN", "-Infinity"), (WireText.Of(double.NaN), WireText.Of(float.NegativeInfinity)));

    [Fact]
    public void No_culture_changes_a_text()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("fa-IR");
            Assert.Equal(("-1", "-1.5", "1.50"), (WireText.Of(-1L), WireText.Of(-1.5), WireText.Of(1.50m)));
            Assert.Equal("2015-05-20T13:29:35.120+08:00", WireText.Of(SampleItem.Create().Time));
            Assert.Equal("2015-05-20", WireText.Of(new DateOnly(2015, 5, 20)));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static string Quoted(string text) => $"\"{text}\"";
}
