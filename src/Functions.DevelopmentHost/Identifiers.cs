using System.Security.Cryptography;

namespace DevelopmentHosting;

/// <summary>Names for requests, invocations and workers: in the form of a GUID, as Microsoft's host gives them.</summary>
internal static class Identifiers
{
    public static string New() => new Guid(RandomNumberGenerator.GetBytes(16)).ToString();
}
