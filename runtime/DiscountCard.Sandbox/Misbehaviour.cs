namespace DiscountCard.Sandbox;

/// <summary>What can be wrong with an answer, for testing how a client takes it.</summary>
public enum Misbehaviour
{
    /// <summary>Nothing: the answer is right.</summary>
    None,

    /// <summary>The four headers of the signature are missing.</summary>
    NoSignature,

    /// <summary>The signature was made with another key.</summary>
    WrongSignature,

    /// <summary>The signature names a key that the merchant does not know.</summary>
    WrongSerial,

    /// <summary>The signature is WeChat Pay's probe: it begins with <c>WECHATPAY/SIGNTEST/</c> and is no base64.</summary>
    SignatureProbe,

    /// <summary>The answer is signed as of ten minutes ago.</summary>
    StaleTimestamp,

    /// <summary>The body is changed after it was signed.</summary>
    ChangedBody,

    /// <summary>The answer is success with an empty body, rightly signed.</summary>
    EmptyBody,

    /// <summary>A gateway's page in HTML with status 502 comes instead of an answer; the request is not looked at.</summary>
    GatewayError,

    /// <summary>The request is carried out, and the connection breaks before the answer.</summary>
    LostAnswer,
}
