using System.Globalization;
using System.Text.RegularExpressions;
using DiscountCard.Generator.Diagnostics;
using DiscountCard.Generator.OpenApi;

namespace DiscountCard.Generator.Model;

/// <summary>Refuses a <c>const</c> that breaks another limit of its schema, so that no value is allowed.</summary>
internal sealed class ConstChecker(DiagnosticSink sink)
{
    // A pattern that backtracks without end must not hold up the editor, and not once for each constant.
    private static readonly TimeSpan s_patience = TimeSpan.FromMilliseconds(50);
    private bool _isPatient = true;

    public Limits Checked(Schema schema, Limits limits)
    {
        if (limits.Const is { } value && Broken(limits, value, schema) is { } keyword)
            sink.Report(ContractRules.NotOpenApi, schema.Const!, $"No value is allowed here: \"const\" breaks \"{keyword}\"; correct one of the two");
        return limits;
    }

    private string? Broken(Limits limits, string value, Schema schema)
    {
        if (limits.LimitLength && TextLength.Of(value, limits.LengthInBytes) is { } length && (length < limits.MinLength || length > limits.MaxLength))
            return length < limits.MinLength ? "minLength" : "maxLength";
        if (limits.Pattern is { } pattern && !Matches(pattern, value))
            return "pattern";
        if (!limits.LimitNumber || !decimal.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
            return null;
        if (schema.Minimum is { } minimum && (number < minimum.Value || (minimum.Exclusive && number == minimum.Value)))
            return minimum.KeywordOf("minimum");
        if (schema.Maximum is { } maximum && (number > maximum.Value || (maximum.Exclusive && number == maximum.Value)))
            return maximum.KeywordOf("maximum");
        return schema.MultipleOf is { } step && number % step != 0 ? "multipleOf" : null;
    }

    private bool Matches(string pattern, string value)
    {
        try
        {
            return !_isPatient || Regex.IsMatch(value, pattern, RegexOptions.CultureInvariant, s_patience);
        }
        catch (RegexMatchTimeoutException)
        {
            _isPatient = false;
            return true;
        }
    }
}
