using System.Security.Cryptography.X509Certificates;

namespace DiscountCard.WechatPay;

/// <summary>Serial numbers of certificates, as hexadecimal digits.</summary>
internal static class SerialNumbers
{
    /// <summary>
    /// The form in which two are compared: upper case, no leading zeros, which some tools write and others do not. Ids of
    /// public keys have no leading zeros to lose.
    /// </summary>
    public static string Normalize(string serialNumber) => serialNumber.ToUpperInvariant().TrimStart('0');

    /// <summary>
    /// A certificate's serial number as WeChat Pay names it: whole bytes, without the zero byte that X.509 puts before a first
    /// byte above 127.
    /// </summary>
    public static string Of(X509Certificate2 certificate) => Convert.ToHexString(certificate.SerialNumberBytes.Span.TrimStart((byte)0));

    /// <summary>A merchant's serial number as <c>Authorization</c> names it: upper case, leading zeros kept.</summary>
    /// <exception cref="ArgumentException">It is none.</exception>
    public static string OfMerchant(string serialNumber)
    {
        if (serialNumber.Length == 0 || !serialNumber.All(char.IsAsciiHexDigit))
            throw new ArgumentException($"\"{serialNumber}\" is no serial number of a certificate: it is hexadecimal digits without colons or spaces, such as 5157F09EFDC096DE15EBE81A47057A7232F1B8E1. The merchant console shows that of the merchant's API certificate.", nameof(serialNumber));
        return serialNumber.ToUpperInvariant();
    }
}
