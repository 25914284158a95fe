using System.Globalization;

namespace Operator.Api;

/// <summary>Writes a query.</summary>
internal sealed class ApiQuery
{
    private readonly List<string> _parts = [];

    /// <summary>Adds a parameter, if it is given.</summary>
    public ApiQuery With(string name, string? value)
    {
        if (value is not null)
            _parts.Add($"{Uri.EscapeDataString(name)}={Uri.EscapeDataString(value)}");
        return this;
    }

    /// <inheritdoc cref="With(string, string?)"/>
    public ApiQuery With(string name, decimal? value) => With(name, value?.ToString(CultureInfo.InvariantCulture));

    /// <summary>The path with it.</summary>
    public string On(string path) => _parts.Count == 0 ? path : $"{path}?{string.Join('&', _parts)}";
}
