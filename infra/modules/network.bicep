metadata description = 'A network for the app: one subnet for its outgoing calls, one for the private endpoints, and one fixed address towards 2C2P.'

import { tagsType } from 'types.bicep'

@description('Name of the network.')
@minLength(2)
@maxLength(55)
param name string

@description('Azure region.')
param location string

@description('Tags.')
param tags tagsType

@description('Address space, a /22 or larger.')
@minLength(9)
@maxLength(18)
param addressPrefix string

resource outbound 'Microsoft.Network/publicIPAddresses@2026-03-01' = {
  name: '${name}-ip'
  location: location
  tags: tags
  sku: { name: 'Standard' }
  properties: { publicIPAllocationMethod: 'Static' }
}

// New networks have no way out of their own; and 2C2P may want to know the address that requests come from.
resource gateway 'Microsoft.Network/natGateways@2026-03-01' = {
  name: '${name}-nat'
  location: location
  tags: tags
  sku: { name: 'Standard' }
  properties: { publicIpAddresses: [{ id: outbound.id }], idleTimeoutInMinutes: 4 }
}

resource network 'Microsoft.Network/virtualNetworks@2026-03-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    addressSpace: { addressPrefixes: [addressPrefix] }
    subnets: [
      {
        name: 'app'
        properties: {
          addressPrefix: cidrSubnet(addressPrefix, 24, 0)
          defaultOutboundAccess: false
          natGateway: { id: gateway.id }
          delegations: [{ name: 'functions', properties: { serviceName: 'Microsoft.App/environments' } }]
        }
      }
      {
        name: 'endpoints'
        properties: {
          addressPrefix: cidrSubnet(addressPrefix, 24, 1)
          defaultOutboundAccess: false
          privateEndpointNetworkPolicies: 'Disabled'
        }
      }
    ]
  }
}

@description('The address that calls to 2C2P come from.')
output outboundAddress string = outbound.properties.ipAddress
