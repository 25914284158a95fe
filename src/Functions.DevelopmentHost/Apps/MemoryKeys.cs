using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.Extensions.DependencyInjection;

namespace DevelopmentHosting.Apps;

/// <summary>Keeps ASP.NET Core's data protection keys in memory: the worker's MVC would write them under the home folder.</summary>
internal sealed class MemoryKeys : IXmlRepository
{
    private readonly List<XElement> _keys = [];

    public static void Use(IServiceCollection services) =>
        services.PostConfigure<KeyManagementOptions>(options =>
        {
            options.XmlRepository = new MemoryKeys();
            options.XmlEncryptor = new NullXmlEncryptor();
        });

    public IReadOnlyCollection<XElement> GetAllElements() => [.. _keys];

    public void StoreElement(XElement element, string friendlyName) => _keys.Add(element);
}
