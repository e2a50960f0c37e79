namespace DiscountCard.WechatPay;

/// <summary>Reads the body of an answer whole, which verifying its signature takes.</summary>
internal static class AnswerBody
{
    /// <summary>No answer in JSON comes near it; without a bound, whoever answers could fill the memory.</summary>
    public const int LargestBytes = 16 * 1024 * 1024;

    /// <exception cref="HttpRequestException">The body broke off, or is larger than <see cref="LargestBytes"/>.</exception>
    public static async Task<byte[]> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        using var stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        using var read = new MemoryStream();
        var chunk = new byte[4096];
        try
        {
            int count;
            while ((count = await stream.ReadAsync(chunk, cancellationToken).ConfigureAwait(false)) > 0)
            {
                if (read.Length + count > LargestBytes)
                    throw new HttpRequestException(HttpRequestError.ConfigurationLimitExceeded, $"The answer is larger than {LargestBytes} bytes.");
                read.Write(chunk, 0, count);
            }
        }
        catch (IOException error)
        {
            throw new HttpRequestException((error as HttpIOException)?.HttpRequestError ?? HttpRequestError.Unknown, $"The answer broke off: {error.Message}", error);
        }
        return read.ToArray();
    }
}
