metadata description = 'One private endpoint with its DNS zone.'

import { tagsType } from 'types.bicep'

@description('Name of the endpoint.')
@minLength(2)
@maxLength(64)
param name string

@description('Azure region.')
param location string

@description('Tags.')
param tags tagsType

@description('The network that resolves the private name.')
param networkId string

@description('Subnet of the endpoint.')
param subnetId string

@description('What it leads to.')
param resourceId string

@description('Which service of it.')
@allowed(['blob', 'queue', 'table', 'vault'])
param group string

@description('Private DNS zone of that service.')
@minLength(1)
@maxLength(63)
param zoneName string

resource endpoint 'Microsoft.Network/privateEndpoints@2026-03-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    subnet: { id: subnetId }
    privateLinkServiceConnections: [
      { name: group, properties: { privateLinkServiceId: resourceId, groupIds: [group] } }
    ]
  }

  resource names 'privateDnsZoneGroups' = {
    name: 'default'
    properties: { privateDnsZoneConfigs: [{ name: group, properties: { privateDnsZoneId: zone.id } }] }
  }
}

resource zone 'Microsoft.Network/privateDnsZones@2024-06-01' = {
  name: zoneName
  location: 'global'
  tags: tags

  resource link 'virtualNetworkLinks' = {
    name: 'app'
    location: 'global'
    properties: { virtualNetwork: { id: networkId }, registrationEnabled: false }
  }
}
