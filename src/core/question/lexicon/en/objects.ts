import type { ObjectWords } from '../lexicon.ts';

export const objects: ObjectWords = {
  objects: {
    checkpoint: [
      'checkpoint|checkpoints|chekpoint|roadblock|roadblocks',
      'check -? point|points',
      'security checkpoint|checkpoints',
    ],
    bus: ['bus|buses|busses|coach|coaches|minibus|minibuses', 'transport|military bus|buses'],
    convoy: ['convoy|convoys|convoi|columns', 'military|supply convoy|convoys|column|columns', 'motorcade|motorcades'],
    patrol: ['patrol|patrols', 'military|joint|foot patrol|patrols'],
    vehicle: [
      'vehicle|vehicles|car|cars|truck|trucks|tank|tanks',
      'military vehicle|vehicles|truck|trucks|car|cars',
      'armored|armoured vehicle|vehicles',
    ],
    base: ['base|bases|barracks|headquarters|hq|hqs', 'military base|bases|site|sites|headquarters|barracks|camp'],
    outpost: [
      'outpost|outposts|posts',
      'military|guard|observation post|posts|point|points|position|positions',
      'watchtower|watchtowers',
    ],
    oil_tanker: ['oil|fuel tanker|tankers|truck|trucks|convoy|convoys', 'tanker|tankers', 'tanker truck|trucks'],
    oil_field: [
      'oil -? field|fields',
      'oilfield|oilfields',
      'oil well|wells|facility|facilities|installation|installations|infrastructure|site|sites|station|stations',
    ],
    gas_field: ['gas -? field|fields', 'gasfield|gasfields', 'gas plant|plants|facility|facilities|well|wells|station|stations'],
    pipeline: ['pipeline|pipelines', 'oil|gas pipeline|pipelines|pipe|pipes'],
    power_line: ['power|electricity|transmission line|lines|tower|towers|grid|pylon|pylons|station|stations', 'pylon|pylons'],
    airport: ['airport|airports|airbase|airbases|airfield|airfields', 'air -? base|bases', 'military airport|airports'],
    prison: ['prison|prisons|jail|jails', 'detention center|centers|centre|centres', 'prison break|breaks'],
    camp: ['idp|refugee|displacement camp|camps', 'camp|camps'],
    road: ['road|roads|highway|highways|route|routes', 'supply route|routes|line|lines'],
    bridge: ['bridge|bridges'],
    house: ['house|houses|home|homes'],
    market: ['market|markets|shop|shops'],
    mosque: ['mosque|mosques|church|churches'],
    school: ['school|schools'],
    hospital: ['hospital|hospitals|clinic|clinics', 'medical facility|facilities|point|points'],
    livestock: ['livestock|sheep|flock|flocks|herd|herds|cattle'],
    village: ['villages'],
  },
  means: {
    motorcycle: [
      'motorcycle|motorcycles|motorbike|motorbikes|motorcyclist|motorcyclists',
      'on|by|using|riding|with motorcycles|motorcycle|motorbikes|motorbike|bikes',
      'motor -? bike|bikes|cycle|cycles',
      'motorcycle -? borne|mounted',
    ],
    pickup: ['pickup|pickups|technical|technicals', 'pick -? up trucks|truck', 'pickup truck|trucks'],
    heavy_weapons: ['heavy weapons|weapon|weaponry|arms', 'heavy machine guns|gun', 'heavy -? caliber|calibre'],
    rocket: ['rpg|rpgs|atgm|atgms', 'rocket -? propelled grenades|grenade', 'guided missiles|missile'],
    knife: ['knife|knives|stabbing|stabbings|machete|machetes', 'bladed weapons|weapon'],
    thermal_optics: ['thermal optics|scopes|scope|sights|goggles', 'night -? vision', 'thermals'],
  },
};
